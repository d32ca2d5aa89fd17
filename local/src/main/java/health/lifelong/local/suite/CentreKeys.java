package health.lifelong.local.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificate authority of a local run and what it signed: a client certificate a centre.
 * Stores are locked with the password of the HTTPS store, which lies beside them.
 */
public final class CentreKeys {
  private static final String CA = "ca";

  private final Path folder;
  private final char[] password;

  CentreKeys(Path folder, String password) {
    this.folder = folder;
    this.password = password.toCharArray();
  }

  /** The name that the certificates of a centre carry. */
  public static String name(String centre) {
    return centre + ".centres.lifelong.local";
  }

  /** Whom ingestion-service trusts to sign for centres. */
  public Path trust() {
    return folder.resolve("centre-ca-trust.p12");
  }

  /** What a client of a centre presents. */
  public KeyManager[] keys(String centre) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(store(centre)), password);
      return keys.getKeyManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure("the local certificate of " + centre + " is not readable", e);
    }
  }

  private Path store(String centre) {
    return folder.resolve("centre-" + centre + ".p12");
  }

  /** Makes what is missing. */
  void make() throws IOException {
    if (Files.exists(trust())) {
      return;
    }
    Path all = folder.resolve("centre-ca.p12");
    Files.deleteIfExists(all);
    keytool(all, "-alias", CA, "-dname", "CN=Lifelong local run: centres", "-ext", "bc:c");
    for (String centre : Ports.CENTRES) {
      keytool(
          all,
          "-alias",
          centre,
          "-dname",
          "CN=" + centre,
          "-ext",
          "SAN=dns:" + name(centre),
          "-signer",
          CA);
    }
    try {
      KeyStore signed = load(all);
      for (String centre : Ports.CENTRES) {
        KeyStore own = empty();
        Certificate[] chain = {signed.getCertificate(centre), signed.getCertificate(CA)};
        own.setKeyEntry(centre, signed.getKey(centre, password), password, chain);
        save(own, store(centre));
      }
      KeyStore trusted = empty();
      trusted.setCertificateEntry(CA, signed.getCertificate(CA));
      save(trusted, trust());
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificates of the centres could not be kept", e);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private KeyStore load(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return store;
    }
  }

  private void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void keytool(Path store, String... what) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add("-genkeypair");
    command.addAll(List.of(what));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "365"));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    command.addAll(List.of("-storepass", new String(password)));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      keytool.getInputStream().readAllBytes();
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("keytool could not make a certificate");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
