package health.lifelong.gateway.me.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import health.lifelong.analytics.v1.Insight;
import health.lifelong.analytics.v1.ListInsightsResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the record means, and what cannot be said and why. Notices come first and carry no value.
 */
public record InsightsView(
    long recordRevision, String packVersion, List<Notice> notices, List<InsightView> insights) {

  /** A calm request to call. */
  public record Notice(String text, String callName, String callNumber) {}

  /**
   * A result or a refusal, never both.
   *
   * @param result the values as analytics wrote them, a JSON object
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record InsightView(
      String id,
      String model,
      String modelVersion,
      String dataVersion,
      String subject,
      String summary,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String result,
      @Nullable Refusal refusal,
      List<Used> inputsUsed,
      List<Missing> inputsMissing,
      List<String> sources,
      List<String> limits,
      String channel,
      List<String> kinds,
      String place) {}

  /** Why nothing can be said, and what would help. */
  public record Refusal(String reason, String detail, String wouldHelp) {}

  /** An input with its date. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Used(String name, String value, String unit, String date, String note) {}

  /** An input that was not there. */
  public record Missing(String name, String reason) {}

  static InsightsView of(ListInsightsResponse response) {
    return new InsightsView(
        response.getRecordRevision(),
        response.getPackVersion(),
        response.getNoticesList().stream()
            .map(
                notice ->
                    new Notice(notice.getText(), notice.getCallName(), notice.getCallNumber()))
            .toList(),
        response.getInsightsList().stream().map(InsightsView::insight).toList());
  }

  private static InsightView insight(Insight insight) {
    return new InsightView(
        insight.getInsightId(),
        insight.getModel(),
        insight.getModelVersion(),
        insight.getDataVersion(),
        insight.getSubject(),
        insight.getSummary(),
        insight.hasResult() ? insight.getResult().getValuesJson() : null,
        insight.hasRefusal()
            ? new Refusal(
                insight.getRefusal().getReason(),
                insight.getRefusal().getDetail(),
                insight.getRefusal().getWouldHelp())
            : null,
        insight.getInputsUsedList().stream()
            .map(
                used ->
                    new Used(
                        used.getName(),
                        used.getValue(),
                        used.getUnit(),
                        used.getEffectiveDate(),
                        used.getNote()))
            .toList(),
        insight.getInputsMissingList().stream()
            .map(missing -> new Missing(missing.getName(), missing.getReason()))
            .toList(),
        insight.getSourcesList(),
        insight.getLimitsList(),
        insight.getChannel(),
        insight.getKindsList(),
        insight.getPlace());
  }
}
