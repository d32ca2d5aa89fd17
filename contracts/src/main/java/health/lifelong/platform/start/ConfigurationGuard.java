package health.lifelong.platform.start;

import health.lifelong.platform.gate.TrustedIssuers;
import health.lifelong.platform.start.Setup.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * Stops a service that is configured unsafely, before it answers anybody, and names everything that
 * is wrong. Tests run without it: they have databases and keys of their own.
 */
@ApplicationScoped
public class ConfigurationGuard {
  private static final String KEY_FILE = "-key-file";

  private final Config config;
  private final TrustedIssuers issuers;
  private final Instance<DataSource> databases;

  ConfigurationGuard(Config config, TrustedIssuers issuers, Instance<DataSource> databases) {
    this.config = config;
    this.issuers = issuers;
    this.databases = databases;
  }

  // After the keys are read, before anything else of ours starts.
  void start(@Observes @Priority(200) StartupEvent event) {
    if (ConfigUtils.isProfileActive("test")) {
      return;
    }
    List<String> findings = ConfigurationRules.findings(setup());
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          "The configuration is unsafe, so this service does not start:\n- "
              + String.join("\n- ", findings));
    }
  }

  private Setup setup() {
    Map<String, String> settings = new HashMap<>();
    for (String name : ConfigurationRules.LOOKED_AT) {
      config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value));
    }
    return new Setup(
        ConfigUtils.isProfileActive("local") || ConfigUtils.isProfileActive("dev"),
        settings,
        issuers.keyIds(),
        constantKeys(),
        plainListeners(),
        databases.isResolvable() ? Optional.of(database(databases.get())) : Optional.empty());
  }

  private Set<String> plainListeners() {
    Set<String> listeners = new HashSet<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(ConfigurationRules.PLAIN_LISTENERS)) {
        listeners.add(name);
      }
    }
    return listeners;
  }

  private Set<String> constantKeys() {
    Set<String> constant = new HashSet<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith("lifelong.") && name.endsWith(KEY_FILE)) {
        config
            .getOptionalValue(name, String.class)
            .filter(ConfigurationGuard::isConstant)
            .ifPresent(file -> constant.add(name));
      }
    }
    return constant;
  }

  /** Whether a key file in hexadecimal holds one byte over and over. */
  private static boolean isConstant(String file) {
    try {
      String key = Files.readString(Path.of(file)).strip();
      return key.length() >= 4 && key.equals(key.substring(0, 2).repeat(key.length() / 2));
    } catch (IOException e) {
      // Who needs the key says so better than we could.
      return false;
    }
  }

  private static Database database(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      Map<String, String> parameters = new HashMap<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select name, setting from pg_settings"
                  + " where name in ('fsync', 'synchronous_commit', 'full_page_writes')")) {
        while (rows.next()) {
          parameters.put(rows.getString(1), rows.getString(2));
        }
      }
      try (ResultSet role =
          statement.executeQuery(
              "select rolsuper, rolbypassrls, exists (select from pg_class where relowner = r.oid"
                  + " and relkind in ('r', 'p')) from pg_roles r where rolname = current_user")) {
        role.next();
        return new Database.Answered(
            parameters, role.getBoolean(1), role.getBoolean(2), role.getBoolean(3));
      }
    } catch (SQLException e) {
      return new Database.Silent();
    }
  }
}
