package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.algorithm.CsvSplitter.Row;
import health.lifelong.ingestion.csv.domain.ByteSource;
import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of checkups, one row at a time: a centre's batch or the national screening's open
 * data. Two passes over the bytes, one to find the charset and one to read; memory is bounded by
 * the longest row. Pure: the same bytes give the same outcomes.
 */
public final class CsvFileReader {
  private CsvFileReader() {}

  /**
   * Gives every data row's outcome to {@code sink}, numbered from 0; a line that is no row has its
   * outcome too.
   *
   * @param fileHash hex SHA-256 of the bytes, the identity of anonymous rows
   * @return {@link CsvReading.Refused} where nothing of the file may take effect
   * @throws IOException where the bytes cannot be read from where they are kept
   */
  public static CsvReading read(
      ByteSource source, String fileHash, CsvContract contract, Consumer<RecordOutcome> sink)
      throws IOException {
    long limit = contract.limits().bytes();
    return switch (CharsetProbe.probe(source, contract.utf16(), limit)) {
      case CharsetProbe.Finding.Text text -> {
        try (InputStream in = source.open()) {
          in.skipNBytes(text.mark());
          yield rows(in, text.charset(), fileHash, contract, sink);
        }
      }
      case CharsetProbe.Finding.Empty empty ->
          refused("line 1", Reason.MALFORMED, "the file is empty");
      case CharsetProbe.Finding.TooLarge large ->
          refused("", Reason.TOO_LARGE, "more than " + limit + " bytes");
      case CharsetProbe.Finding.Utf16Refused utf16 ->
          refused("byte 0", Reason.ENCODING_INVALID, "UTF-16 is not taken");
      case CharsetProbe.Finding.Undecodable bad ->
          refused("byte " + bad.offset(), Reason.ENCODING_INVALID, "neither UTF-8 nor MS949 text");
    };
  }

  private static CsvReading rows(
      InputStream in,
      Charset charset,
      String fileHash,
      CsvContract contract,
      Consumer<RecordOutcome> sink)
      throws IOException {
    SeparatorProbe probe =
        SeparatorProbe.over(new InputStreamReader(in, charset), contract.separators());
    CsvSplitter splitter =
        new CsvSplitter(probe.reader(), probe.separator(), contract.limits().record());
    Row header = splitter.next();
    return switch (header) {
      case null -> refused("line 1", Reason.MALFORMED, "the file is empty");
      case Row.Fault fault -> refused(place(fault), reason(fault), detail(fault));
      case Row.Cells cells ->
          switch (HeaderPlan.of(cells.cells(), contract)) {
            case HeaderPlan.Unknown unknown ->
                refused(headerPlace(cells, unknown), unknown.reason(), unknown.detail());
            case HeaderPlan.Known plan ->
                body(
                    splitter,
                    plan,
                    charset,
                    new RowReader(plan, fileHash, contract),
                    contract,
                    sink);
          };
    };
  }

  private static CsvReading body(
      CsvSplitter splitter,
      HeaderPlan.Known plan,
      Charset charset,
      RowReader reader,
      CsvContract contract,
      Consumer<RecordOutcome> sink)
      throws IOException {
    int index = 0;
    for (Row row = splitter.next(); row != null; row = splitter.next()) {
      if (isBlank(row)) {
        continue;
      }
      if (index >= contract.limits().rows()) {
        return refused(
            "line " + row.line(),
            Reason.TOO_LARGE,
            "more than " + contract.limits().rows() + " rows");
      }
      sink.accept(
          switch (row) {
            case Row.Fault fault -> new Rejected(index, place(fault), reason(fault), detail(fault));
            case Row.Cells cells -> reader.read(index, cells.line(), cells.cells());
          });
      index++;
    }
    return new CsvReading.Complete(charset.name(), plan.layout(), index);
  }

  /** Rows of nothing but separators are what spreadsheets leave behind deleted rows. */
  private static boolean isBlank(@Nullable Row row) {
    return row instanceof Row.Cells cells && cells.cells().stream().allMatch(String::isBlank);
  }

  private static String headerPlace(Row.Cells header, HeaderPlan.Unknown unknown) {
    String line = "line " + header.line();
    return unknown.column().isEmpty() ? line : line + ", column " + unknown.column();
  }

  private static String place(Row.Fault fault) {
    return "line " + fault.line();
  }

  private static Reason reason(Row.Fault fault) {
    return switch (fault.kind()) {
      case QUOTE_UNCLOSED, TEXT_AFTER_QUOTE -> Reason.ROW_SHAPE;
      case CONTROL_CHARACTER -> Reason.MALFORMED;
      case TOO_LONG -> Reason.TOO_LARGE;
    };
  }

  private static String detail(Row.Fault fault) {
    return switch (fault.kind()) {
      case QUOTE_UNCLOSED -> "a quote is opened and not closed";
      case TEXT_AFTER_QUOTE -> "text after a closed quote";
      case CONTROL_CHARACTER -> "a control character";
      case TOO_LONG -> "the row is too long";
    };
  }

  private static CsvReading refused(String place, Reason reason, String detail) {
    return new CsvReading.Refused(new Rejected(0, place, reason, detail));
  }
}
