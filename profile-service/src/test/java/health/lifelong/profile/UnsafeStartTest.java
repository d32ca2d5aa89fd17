package health.lifelong.profile;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.UnsafeStartTest.AsSuperuser;
import health.lifelong.profile.kit.ProfileResource;
import health.lifelong.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service as an installation starts it, with settings that no installation may have. */
@QuarkusMainTest
@TestProfile(AsSuperuser.class)
class UnsafeStartTest {

  /** The administrator of the database in place of the service's own role. */
  public static final class SuperuserResource implements QuarkusTestResourceLifecycleManager {
    private final PostgresResource postgres = new PostgresResource();

    @Override
    public Map<String, String> start() {
      Map<String, String> settings = new HashMap<>(postgres.start());
      String administrator = settings.getOrDefault(PostgresResource.ADMINISTRATOR, "");
      settings.put("quarkus.datasource.username", administrator);
      settings.put(
          "quarkus.datasource.password",
          settings.getOrDefault(PostgresResource.ADMINISTRATOR_PASSWORD, ""));
      return settings;
    }

    @Override
    public void stop() {
      postgres.stop();
    }
  }

  /** As in an installation: not the profile of the tests, in which the guard sleeps. */
  public static final class AsSuperuser implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "prod";
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(SuperuserResource.class),
          new TestResourceEntry(ProfileResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Test
  void aServiceWithoutTlsAndWithTheSuperuserDoesNotStartAndSaysBoth(QuarkusMainLauncher launcher) {
    LaunchResult result = launcher.launch();

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.getOutput() + result.getErrorOutput())
        .contains("The configuration is unsafe, so this service does not start")
        .contains("The database role is a superuser")
        .contains("TLS is off");
  }
}
