package health.lifelong.descriptors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import health.lifelong.analytics.v1.Insight;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Quantity;
import health.lifelong.ingestion.v1.Receipt;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.ErasePersonRequest;
import health.lifelong.profile.v1.ExportAuditLogRequest;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.OpenBreakGlassRequest;
import health.lifelong.profile.v1.ReleaseResultsRequest;
import health.lifelong.profile.v1.ResolveAccountRequest;
import health.lifelong.profile.v1.ResolvePersonRequest;
import health.lifelong.profile.v1.RevokeRequest;
import health.lifelong.profile.v1.RotateKeysRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contracts keep every promise of the committed baseline. A change that adds is taken into the
 * baseline by running this test with {@code -Dlifelong.baseline.rewrite=true}; one that breaks
 * belongs into a new version of the package.
 */
class DescriptorBaselineTest {
  private static final Path BASELINE = Path.of("src/test/resources/descriptor-baseline.txt");
  private static final Path PROTOS = Path.of("src/main/proto");

  /** One generated type of each file stands for the file. */
  private static final List<FileDescriptor> FILES =
      List.of(
          ErrorReason.getDescriptor().getFile(),
          Quantity.getDescriptor().getFile(),
          Checkup.getDescriptor().getFile(),
          GetRecordRequest.getDescriptor().getFile(),
          ResolvePersonRequest.getDescriptor().getFile(),
          ReleaseResultsRequest.getDescriptor().getFile(),
          RevokeRequest.getDescriptor().getFile(),
          ExportAuditLogRequest.getDescriptor().getFile(),
          OpenBreakGlassRequest.getDescriptor().getFile(),
          ErasePersonRequest.getDescriptor().getFile(),
          RotateKeysRequest.getDescriptor().getFile(),
          IdentityMatch.getDescriptor().getFile(),
          ResolveAccountRequest.getDescriptor().getFile(),
          Receipt.getDescriptor().getFile(),
          Insight.getDescriptor().getFile());

  @Test
  void everyPromiseOfTheBaselineStillHolds() throws IOException {
    DescriptorFacts now = DescriptorFacts.of(FILES);
    if (Boolean.getBoolean("lifelong.baseline.rewrite")) {
      Files.createDirectories(BASELINE.getParent());
      Files.write(BASELINE, now.lines());
      System.out.println("the baseline of the contracts was rewritten: " + now.lines().size());
    }
    DescriptorFacts baseline = DescriptorFacts.parse(Files.readAllLines(BASELINE));
    assertThat(baseline.facts()).as("a baseline that is not empty").hasSizeGreaterThan(200);
    List<String> added = new ArrayList<>(now.lines());
    added.removeAll(baseline.lines());
    if (!added.isEmpty()) {
      System.out.println("not yet promised by the baseline of the contracts: " + added);
    }
    assertThat(now.brokenFrom(baseline))
        .as("breaking changes of the contracts: keep the old shape, or begin a v2 package")
        .isEmpty();
  }

  @Test
  void everyProtoFileIsUnderTheBaseline() throws IOException {
    try (Stream<Path> files = Files.walk(PROTOS)) {
      assertThat(FILES)
          .extracting(FileDescriptor::getName)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(file -> file.toString().endsWith(".proto"))
                  .map(file -> PROTOS.relativize(file).toString())
                  .toList());
    }
  }
}
