package health.lifelong.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of one test run, made by the JDK's keytool in a folder of its own. */
public final class CertificateAuthority {
  /** Of every store. */
  public static final String PASSWORD = "only-for-this-run";

  private static final String CA = "ca";

  private final Path folder;
  private final Path all;

  public CertificateAuthority() throws IOException {
    folder = Files.createTempDirectory("ca");
    all = folder.resolve("all.p12");
    keytool("-genkeypair", "-alias", CA, "-dname", "CN=Test CA", "-ext", "bc:c");
  }

  /** A key with a certificate for a DNS name, in a store of its own. */
  public Path certificate(String name) throws IOException, GeneralSecurityException {
    return certificate(name, "-1d", 3);
  }

  /** The same, of the day before yesterday and valid until yesterday. */
  public Path expired(String name) throws IOException, GeneralSecurityException {
    return certificate(name, "-2d", 1);
  }

  private Path certificate(String name, String start, int days)
      throws IOException, GeneralSecurityException {
    String alias = name + start;
    keytool(
        "-genkeypair",
        "-alias",
        alias,
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=dns:" + name + ",ip:127.0.0.1",
        "-startdate",
        start,
        "-validity",
        Integer.toString(days),
        "-signer",
        CA);
    KeyStore everything = load(all);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    Certificate[] chain = {everything.getCertificate(alias), everything.getCertificate(CA)};
    own.setKeyEntry(
        "own", everything.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
    return save(own, folder.resolve(alias + ".p12"));
  }

  /** A store that trusts what this authority signed. */
  public Path trust() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(CA, load(all).getCertificate(CA));
    return save(trusted, folder.resolve("trust.p12"));
  }

  /** A client that trusts an authority and presents a certificate, or none where it is empty. */
  public static SSLContext client(Path trusted, List<Path> certificate)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(certificate.isEmpty() ? null : load(certificate.getFirst()), PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(load(trusted));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        certificate.isEmpty() ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static Path save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private void keytool(String... what) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(what));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", all.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
