package health.lifelong.platform.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for a key management service: the root key lies in a file, 32 bytes, raw or as 64 hex
 * digits. For single machines and tests; whoever reads the file and the key store reads everything.
 */
public final class RootKeyFile implements KeyManagement {
  private static final int KEY_BYTES = 32;

  private final SecretKey root;

  private RootKeyFile(SecretKey root) {
    this.root = root;
  }

  /** Reads the file; fails with a sentence for the operator, never with its content. */
  public static RootKeyFile read(Path file) {
    return new RootKeyFile(new SecretKeySpec(bytes(file), "AES"));
  }

  /** The 32 bytes of a key file. */
  public static byte[] bytes(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      byte[] key =
          content.length == KEY_BYTES
              ? content
              : HexFormat.of().parseHex(new String(content, StandardCharsets.US_ASCII).strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IOException e) {
      throw new IllegalStateException("the file cannot be read", e);
    } catch (IllegalArgumentException e) {
      // Told below: what does not read as hex is no key either.
    }
    throw new IllegalStateException("needs 32 bytes, raw or as 64 hex digits");
  }

  @Override
  public byte[] wrap(SecretKey key) {
    return KeyWrap.wrap(root, key);
  }

  @Override
  public SecretKey unwrap(byte[] wrapped) {
    return KeyWrap.unwrap(root, wrapped);
  }
}
