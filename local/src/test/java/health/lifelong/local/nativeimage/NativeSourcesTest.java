package health.lifelong.local.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The full build leaves the sources of a native image beside each service: everything the compiler
 * of native images is given, made without one.
 */
@Tag("long")
class NativeSourcesTest {

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyServiceIsReadyForTheNativeCompiler(Service service) throws IOException {
    Path sources = Path.of("..").resolve(service.module()).resolve("target/native-sources");
    Path arguments = sources.resolve("native-image.args");
    assertThat(arguments).as("made by -Pfull").isRegularFile();
    List<String> given = List.of(Files.readString(arguments).split("\\s+"));
    assertThat(given)
        .contains("--no-fallback", "-H:+AddAllCharsets", "-march=compatibility")
        .anyMatch(argument -> argument.matches("-H:IncludeLocales=.*ko.*"))
        .anyMatch(argument -> argument.matches("-H:IncludeLocales=.*vi.*"));
    try (Stream<Path> files = Files.list(sources)) {
      assertThat(files.map(Path::toString)).anyMatch(file -> file.endsWith("-runner.jar"));
    }
    try (Stream<Path> libraries = Files.list(sources.resolve("lib"))) {
      assertThat(libraries).hasSizeGreaterThan(50);
    }
  }
}
