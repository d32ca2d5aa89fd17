package health.lifelong.gateway.me.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import health.lifelong.analytics.v1.Insight;
import health.lifelong.analytics.v1.ListInsightsResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the record means, and what cannot be said and why. Notices come first and carry no value.
 */
public record InsightsView(
    long recordRevision, String packVersion, List<Notice> notices, List<InsightView> insights) {

  /** A calm request to call. */
  public record Notice(String text, String callName, String callNumber) {}

  /** A result or a refusal, never both. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record InsightView(
      String id,
      String model,
      String modelVersion,
      String dataVersion,
      String subject,
      String summary,
      @Nullable Map<String, Object> result,
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
        insight.hasResult() ? map(insight.getResult().getValues()) : null,
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

  private static Map<String, Object> map(Struct struct) {
    Map<String, Object> map = new LinkedHashMap<>();
    struct.getFieldsMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            field -> {
              Object value = plain(field.getValue());
              if (value != null) {
                map.put(field.getKey(), value);
              }
            });
    return map;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> value.getNumberValue();
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case STRUCT_VALUE -> map(value.getStructValue());
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream()
              .map(InsightsView::plain)
              .filter(item -> item != null)
              .toList();
      case NULL_VALUE, KIND_NOT_SET -> null;
    };
  }
}
