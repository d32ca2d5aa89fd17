package health.lifelong.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Secrets are named and never contained; each role of the database goes to whom it is for; images
 * are pinned.
 */
class SecretTest {
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN|(?m)^kind: Secret$|stringData:|secretGenerator|(?i)(password|token): *\\S{6,}");

  static List<Manifests> all() {
    return Manifests.all();
  }

  static List<Manifests> regions() {
    return Manifests.regions();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noSecretIsRendered(Manifests manifests) {
    assertThat(manifests.resources()).extracting(HasMetadata::getKind).doesNotContain("Secret");
  }

  @Test
  void noFileOfThisFolderHoldsASecret() throws IOException {
    for (String part : List.of("base", "regions", "images", "README.md")) {
      try (Stream<Path> files = Files.walk(Manifests.ROOT.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file, StandardCharsets.UTF_8);
          assertThat(SECRET.matcher(text).results().map(found -> found.group()))
              .as(file.toString())
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRunbookNamesEverySecretThatTheManifestsAskFor(Manifests manifests) throws IOException {
    String runbook = Files.readString(Manifests.ROOT.resolve("README.md"));
    Set<String> secrets = new TreeSet<>();
    manifests
        .pods()
        .forEach(
            (name, pod) -> {
              for (EnvVar variable : pod.getSpec().getContainers().getFirst().getEnv()) {
                if (variable.getValueFrom() != null) {
                  secrets.add(variable.getValueFrom().getSecretKeyRef().getName());
                }
              }
              pod.getSpec().getVolumes().forEach(volume -> secrets.addAll(secrets(volume)));
            });
    assertThat(secrets)
        .hasSizeGreaterThan(5)
        .allSatisfy(secret -> assertThat(runbook).contains("| `" + secret + "` |"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aKeyFileThatAServiceReadsIsAKeyThatTheRunbookNames(Manifests manifests) throws IOException {
    String runbook = Files.readString(Manifests.ROOT.resolve("README.md"));
    for (Deployment deployment : manifests.all(Deployment.class)) {
      String name = deployment.getMetadata().getName();
      for (Map.Entry<String, String> entry : manifests.environment(name).entrySet()) {
        String path = entry.getValue().replace("file://", "");
        if (path.startsWith("/etc/lifelong/") && !path.equals("/etc/lifelong/pack")) {
          String folder = path.substring(0, path.lastIndexOf('/'));
          assertThat(manifests.container(name).getVolumeMounts())
              .as(entry.getKey())
              .anyMatch(mount -> mount.getMountPath().equals(folder) && mount.getReadOnly());
          assertThat(runbook).contains("`" + path.substring(folder.length() + 1) + "`");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void jobsMigrateAsOwnerAndServicesOnlyReadAndWriteRows(Manifests manifests) {
    for (Job job : manifests.all(Job.class)) {
      String name = job.getMetadata().getName();
      String database = name.replace("-migrations", "");
      assertThat(credentials(manifests.container(name), "FLYWAY"))
          .containsOnly(database + "-database-owner");
      // The role that the grants are for.
      assertThat(credentials(manifests.container(name), "DATASOURCE"))
          .containsOnly(database + "-database-app");
      assertThat(manifests.environment(name))
          .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
          .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
      assertThat(manifests.container(name).getImage())
          .isEqualTo(manifests.container(database + "-service").getImage());
    }
    for (Application application : Application.all()) {
      if (application.hasDatabase()) {
        String database = application.name().replace("-service", "");
        assertThat(credentials(manifests.container(application.name()), "DATASOURCE"))
            .containsOnly(database + "-database-app");
        assertThat(credentials(manifests.container(application.name()), "FLYWAY")).isEmpty();
        assertThat(application.setting("quarkus.flyway.migrate-at-start")).isEqualTo("false");
        assertThat(manifests.environment(application.name()))
            .doesNotContainKey("QUARKUS_FLYWAY_MIGRATE_AT_START");
        assertThat(manifests.one(Job.class, database + "-migrations")).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRoleOfAServiceMayNeitherCreateNorTruncateNorOwn(Manifests manifests) {
    String roles = manifests.data("database-roles").get("roles.sh");
    assertThat(
            roles
                .lines()
                .filter(line -> line.contains(":\"app\"") && line.contains("GRANT"))
                .map(String::strip))
        .containsExactlyInAnyOrder(
            "GRANT CONNECT ON DATABASE :\"database\" TO :\"app\";",
            "GRANT USAGE ON SCHEMA public TO :\"app\";");
    assertThat(roles)
        .contains(
            "REVOKE ALL ON DATABASE :\"database\" FROM PUBLIC",
            "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    assertThat(roles).doesNotContain(" SUPERUSER", " BYPASSRLS", "SECURITY DEFINER");
  }

  @ParameterizedTest
  @MethodSource("regions")
  void everyImageOfARegionIsPinned(Manifests manifests) {
    manifests
        .pods()
        .forEach(
            (name, pod) ->
                assertThat(pod.getSpec().getContainers().getFirst().getImage())
                    .as(name)
                    .matches("[a-z0-9./-]+(:[0-9][A-Za-z0-9.-]*|@sha256:[0-9a-f]{64})"));
  }

  private static Set<String> credentials(Container container, String kind) {
    Set<String> secrets = new TreeSet<>();
    for (EnvVar variable : container.getEnv()) {
      if (variable.getName().matches("QUARKUS_" + kind + "_(USERNAME|PASSWORD)")) {
        SecretKeySelector from = variable.getValueFrom().getSecretKeyRef();
        assertThat(variable.getName()).endsWith(from.getKey().toUpperCase(Locale.ROOT));
        secrets.add(from.getName());
      }
    }
    return secrets;
  }

  private static Set<String> secrets(Volume volume) {
    Set<String> secrets = new TreeSet<>();
    if (volume.getSecret() != null) {
      secrets.add(volume.getSecret().getSecretName());
    }
    if (volume.getProjected() != null) {
      volume.getProjected().getSources().stream()
          .filter(source -> source.getSecret() != null)
          .forEach(source -> secrets.add(source.getSecret().getName()));
    }
    return secrets;
  }
}
