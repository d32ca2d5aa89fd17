package health.lifelong.ingestion.archive.algorithm;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an archive may hold: relative paths of safe segments, each once, and not too many. Nothing
 * is ever unpacked to a disk; the rules are the suite's for every archive (design.md section 9).
 */
public final class ArchiveGuard {
  /**
   * Symbols are taken beside letters: localised names arrive mangled by a wrong code page and are
   * harmless so.
   */
  private static final Pattern SEGMENT =
      Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]{1,100}");

  private static final Pattern DEVICE =
      Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");
  private static final Pattern NOWHERE = Pattern.compile("(?!)");

  private final int entries;
  private final Pattern folders;
  private final int folderEntries;
  private final Set<String> names = new HashSet<>();
  private int beside;

  /** A guard for one archive of so many entries. */
  public ArchiveGuard(int entries) {
    this(entries, NOWHERE, entries);
  }

  /**
   * A guard for one archive whose entries in known folders do not count.
   *
   * @param entries outside those folders
   * @param folderEntries in all
   */
  public ArchiveGuard(int entries, Pattern folders, int folderEntries) {
    this.entries = entries;
    this.folders = folders;
    this.folderEntries = folderEntries;
  }

  /**
   * Checks the next entry's name, as raw bytes read as Latin-1 or as the text of a flagged UTF-8
   * name.
   */
  public void entry(String rawName) throws FileRefusedException {
    String name = Normalizer.normalize(utf8(rawName), Normalizer.Form.NFC);
    String place = "entry " + (names.size() + 1);
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String segment : path.split("/", -1)) {
      String folded = segment.toLowerCase(Locale.ROOT);
      boolean dots = segment.equals(".") || segment.equals("..");
      if (dots || !SEGMENT.matcher(segment).matches() || DEVICE.matcher(folded).matches()) {
        throw new FileRefusedException(Reason.ARCHIVE_ENTRY_NAME, place, "an unsafe name");
      }
    }
    if (!names.add(name)) {
      throw new FileRefusedException(
          Reason.ARCHIVE_DUPLICATE_NAME, place, "two entries of one name");
    }
    beside += folders.matcher(name).matches() ? 0 : 1;
    if (beside > entries || names.size() > folderEntries) {
      throw new FileRefusedException(Reason.ARCHIVE_TOO_MANY_ENTRIES, place, "too many entries");
    }
  }

  /** Names are UTF-8 even where the flag that says so is missing. */
  private static String utf8(String raw) {
    if (raw.chars().anyMatch(c -> c > 0xFF)) {
      return raw;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return raw;
    }
  }
}
