package health.lifelong.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing acknowledged is lost or counted twice: by the database, by scaling, or by a pod that
 * goes.
 */
class DurabilityTest {
  static List<Manifests> all() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theDatabaseIsDurableByWrittenSettings(Manifests manifests) {
    StatefulSet database = manifests.one(StatefulSet.class, "database");
    assertThat(manifests.container("database").getArgs())
        .contains("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    assertThat(manifests.container("database").getImage()).contains("postgres:18");
    assertThat(database.getSpec().getVolumeClaimTemplates()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void allReplicasTogetherFindRoomInTheDatabase(Manifests manifests) {
    int connections = 0;
    for (Application application : Application.all()) {
      if (application.hasDatabase()) {
        int replicas =
            manifests
                    .one(HorizontalPodAutoscaler.class, application.name())
                    .getSpec()
                    .getMaxReplicas()
                + 1;
        connections += replicas * application.number("quarkus.datasource.jdbc.max-size");
        if (application.properties().containsKey("quarkus.datasource.reactive.max-size")) {
          connections += replicas * application.number("quarkus.datasource.reactive.max-size");
        }
      }
    }
    String setting =
        manifests.container("database").getArgs().stream()
            .filter(argument -> argument.startsWith("max_connections="))
            .findFirst()
            .orElseThrow();
    assertThat(connections + 10)
        .isLessThanOrEqualTo(Integer.parseInt(setting.substring("max_connections=".length())));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPodIsGivenMoreTimeToStopThanTheServiceTakes(Manifests manifests) {
    for (Application application : Application.all()) {
      Map<String, String> environment = manifests.environment(application.name());
      Duration stop =
          seconds(environment.get("QUARKUS_SHUTDOWN_DELAY"))
              .plus(seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT")));
      assertThat(application.setting("quarkus.shutdown.delay-enabled")).isEqualTo("true");
      long grace =
          manifests.pods().get(application.name()).getSpec().getTerminationGracePeriodSeconds();
      assertThat(Duration.ofSeconds(grace)).isGreaterThan(stop);
    }
  }

  private static Duration seconds(String text) {
    return Duration.parse("PT" + text);
  }
}
