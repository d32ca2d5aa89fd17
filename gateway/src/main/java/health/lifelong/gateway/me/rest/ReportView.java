package health.lifelong.gateway.me.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lifelong.platform.ErrorCatalogue;
import health.lifelong.platform.LifelongException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Record and insights in one answer; a part that could not be had is named, never invented. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
    @Nullable RecordView record, @Nullable InsightsView insights, List<Unavailable> unavailable) {

  /** A part that is missing from this answer, and why. */
  public record Unavailable(String part, String code, String title) {
    static Unavailable of(String part, LifelongException failure) {
      ErrorCatalogue.Entry entry = ErrorCatalogue.of(failure.reason());
      return new Unavailable(part, entry.shown(), entry.titleKo());
    }
  }
}
