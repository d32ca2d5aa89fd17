package health.lifelong.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of one service process: JVM, AOT cache, and the configuration of a local run.
 */
final class Launch {
  private final Layout layout;
  private final Ports ports;
  private final LocalKeys keys;
  private final Map<String, String> more;

  /** {@code more} settings stand for every service and win over those of a local run. */
  Launch(Layout layout, Ports ports, LocalKeys keys, Map<String, String> more) {
    this.layout = layout;
    this.ports = ports;
    this.keys = keys;
    this.more = Map.copyOf(more);
  }

  Process start(Service service) {
    Path jar = layout.application(service).resolve("quarkus-run.jar");
    if (!Files.isRegularFile(jar)) {
      throw new Failure(
          service.module() + " is not built: " + jar + " is missing; run ./lifelong up again");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap(service),
            "-XX:+UseSerialGC",
            // Nearly all a request makes is garbage when it is answered: a large nursery, few
            // pauses.
            "-XX:NewRatio=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            aot(service, jar)));
    settings(service).forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-jar");
    command.add(jar.toString());
    try {
      return new ProcessBuilder(command)
          .directory(layout.state().toFile())
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(
                  layout.logs().resolve(service.module() + ".log").toFile()))
          .start();
    } catch (IOException e) {
      throw new Failure(service.module() + " could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * The cache is written at the first orderly stop and used from then on; it belongs to exactly one
   * build.
   */
  private String aot(Service service, Path jar) {
    try {
      Path cache =
          layout
              .state()
              .resolve("aot")
              .resolve(service.module() + "-" + Files.getLastModifiedTime(jar).toMillis() + ".aot");
      Files.createDirectories(cache.getParent());
      return (Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache;
    } catch (IOException e) {
      throw new Failure("the folder for AOT caches could not be made: " + e.getMessage(), e);
    }
  }

  private static String heap(Service service) {
    return switch (service) {
      case PROFILE, INGESTION -> "1g";
      case ANALYTICS -> "768m";
      case GATEWAY -> "384m";
    };
  }

  private Map<String, String> settings(Service service) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", Integer.toString(ports.http(service)));
    settings.put("quarkus.management.host", "127.0.0.1");
    settings.put("quarkus.management.port", Integer.toString(ports.management(service)));
    settings.put("mp.jwt.verify.publickey.location", keys.jwks().toUri().toString());
    settings.put("mp.jwt.verify.issuer", LocalTokens.ISSUER);
    settings.put("mp.jwt.verify.publickey.algorithm", "ES256");
    settings.put("mp.jwt.verify.audiences", audiences(service));
    settings.put("lifelong.pack.path", layout.pack().toString());
    settings.put("quarkus.log.level", "INFO");
    switch (service) {
      case PROFILE -> {
        database(settings, "profile");
        settings.put("lifelong.profile.blind-index-key-file", keys.blindIndexKey().toString());
        keyStore(settings, "profile_keys");
        settings.put("lifelong.profile.root-key-file", keys.rootKey(service).toString());
        settings.put("lifelong.audit.key-file", keys.auditKey().toString());
        settings.put("lifelong.audit.public-key-file", keys.auditPublicKey().toString());
        settings.put("lifelong.audit.heads-file", layout.auditHeads().toString());
      }
      case INGESTION -> {
        database(settings, "ingestion");
        keyStore(settings, "ingestion_keys");
        settings.put("lifelong.receipts.root-key-file", keys.rootKey(service).toString());
        client(settings, Service.PROFILE);
        settings.put("lifelong.service.key-file", keys.serviceKey(service).toString());
        settings.put("lifelong.spool.path", layout.state().resolve("spool").toString());
        settings.put("quarkus.http.ssl-port", Integer.toString(ports.ingestionHttps()));
        doors(settings);
      }
      case ANALYTICS -> {
        database(settings, "analytics");
        // Its short patience is for reads; the migration at start may wait on a busy machine.
        settings.put("quarkus.datasource.jdbc.acquisition-timeout", "30S");
        client(settings, Service.PROFILE);
        settings.put("lifelong.service.key-file", keys.jobKey().toString());
      }
      case GATEWAY -> {
        settings.put("lifelong.service.key-file", keys.serviceKey(service).toString());
        settings.put("lifelong.sign-in.authority", SignInPage.authority(ports));
        client(settings, Service.PROFILE);
        client(settings, Service.INGESTION);
        client(settings, Service.ANALYTICS);
      }
    }
    settings.putAll(more);
    return settings;
  }

  // The doors of an installation, and beside them, on loopback, those that ask for no certificate.
  private void doors(Map<String, String> settings) {
    settings.put("quarkus.http.tls-configuration-name", "centres");
    settings.put("quarkus.tls.centres.key-store.p12.path", keys.httpsKeyStore().toString());
    settings.put("quarkus.tls.centres.key-store.p12.password", keys.httpsPassword());
    settings.put("quarkus.tls.centres.trust-store.p12.path", keys.centres().trust().toString());
    settings.put("quarkus.tls.centres.trust-store.p12.password", keys.httpsPassword());
    settings.put("lifelong.centres.certificate-required", "false");
    for (String centre : Ports.CENTRES) {
      settings.put("lifelong.centres.names." + centre, CentreKeys.name(centre));
      settings.put("lifelong.mllp.listeners." + centre, "127.0.0.1:" + ports.mllps(centre));
      settings.put("lifelong.mllp.plain." + centre, "127.0.0.1:" + ports.mllp(centre));
    }
  }

  /**
   * The token of a person or clinician is for the gateway and travels on; centres and jobs have
   * tokens for their callee.
   */
  private static String audiences(Service service) {
    return switch (service) {
      case GATEWAY -> "lifelong-gateway";
      case INGESTION -> "lifelong-ingestion,lifelong-gateway";
      case PROFILE -> "lifelong-profile,lifelong-gateway";
      case ANALYTICS -> "lifelong-analytics,lifelong-gateway";
    };
  }

  private void database(Map<String, String> settings, String name) {
    source(settings, "", name);
    settings.put("quarkus.flyway.migrate-at-start", "true");
  }

  private void keyStore(Map<String, String> settings, String name) {
    source(settings, "keys.", name);
  }

  // The embedded server listens on loopback and asks for no password; the client insists on one.
  private void source(Map<String, String> settings, String source, String name) {
    String where = "127.0.0.1:" + ports.database() + "/" + name;
    settings.put("quarkus.datasource." + source + "jdbc.url", "jdbc:postgresql://" + where);
    settings.put("quarkus.datasource." + source + "reactive.url", "postgresql://" + where);
    settings.put("quarkus.datasource." + source + "username", Database.application(name));
    settings.put("quarkus.datasource." + source + "password", "local");
    settings.put("quarkus.flyway." + source + "username", Database.owner(name));
    settings.put("quarkus.flyway." + source + "password", "local");
  }

  private void client(Map<String, String> settings, Service callee) {
    String name =
        switch (callee) {
          case PROFILE -> "profile";
          case INGESTION -> "ingestion";
          case ANALYTICS -> "analytics";
          case GATEWAY ->
              throw new IllegalArgumentException("nobody calls the gateway from inside");
        };
    settings.put("quarkus.grpc.clients." + name + ".host", "127.0.0.1");
    settings.put("quarkus.grpc.clients." + name + ".port", Integer.toString(ports.http(callee)));
  }
}
