package health.lifelong.analytics.insight.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import health.lifelong.analytics.insight.app.ReportShelf;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.safety.domain.SafetyNotice;
import health.lifelong.analytics.v1.InputMissing;
import health.lifelong.analytics.v1.InputUsed;
import health.lifelong.analytics.v1.ListInsightsResponse;
import health.lifelong.analytics.v1.Refusal;
import health.lifelong.analytics.v1.Result;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a report into the contract's message. The order of everything is that of the report, so
 * equal reports are equal bytes.
 */
public final class InsightMapper {
  private InsightMapper() {}

  /** Maps a report. */
  public static ListInsightsResponse response(InsightReport report) {
    ListInsightsResponse.Builder response = head(report);
    report.insights().stream().map(InsightMapper::insight).forEach(response::addInsights);
    return response.build();
  }

  /**
   * The parts of a report by model, of which {@code ""} is all that belongs to none. Written one
   * after the other they are the whole: that is how the wire format merges messages.
   */
  public static Map<String, byte[]> parts(InsightReport report) {
    Map<String, ListInsightsResponse.Builder> parts = new LinkedHashMap<>();
    parts.put("", head(report));
    for (Insight insight : report.insights()) {
      parts
          .computeIfAbsent(insight.model(), model -> ListInsightsResponse.newBuilder())
          .addInsights(insight(insight));
    }
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((model, part) -> bytes.put(model, part.build().toByteArray()));
    return bytes;
  }

  /** A kept report; ids name the revision that the record stands at now. */
  public static ListInsightsResponse response(ReportShelf.Shelved shelved) {
    ListInsightsResponse.Builder response = ListInsightsResponse.newBuilder();
    try {
      for (byte[] part : shelved.parts()) {
        response.mergeFrom(part);
      }
    } catch (InvalidProtocolBufferException e) {
      throw new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "a kept report is broken");
    }
    response.setRecordRevision(shelved.revision());
    for (int i = 0; i < response.getInsightsCount(); i++) {
      var kept = response.getInsights(i);
      String id = kept.getModel() + ":" + kept.getSubject() + ":" + shelved.revision();
      // Most stand at this revision already: a builder for each would copy the whole report.
      if (!kept.getInsightId().equals(id)) {
        response.getInsightsBuilder(i).setInsightId(id);
      }
    }
    return response.build();
  }

  private static ListInsightsResponse.Builder head(InsightReport report) {
    ListInsightsResponse.Builder response =
        ListInsightsResponse.newBuilder()
            .setRecordRevision(report.recordRevision())
            .setPackVersion(report.packVersion());
    for (SafetyNotice notice : report.notices()) {
      response.addNotices(
          health.lifelong.analytics.v1.SafetyNotice.newBuilder()
              .setText(notice.text())
              .setCallName(notice.callName())
              .setCallNumber(notice.callNumber()));
    }
    return response;
  }

  private static health.lifelong.analytics.v1.Insight insight(Insight insight) {
    health.lifelong.analytics.v1.Insight.Builder message =
        health.lifelong.analytics.v1.Insight.newBuilder()
            .setInsightId(insight.id())
            .setModel(insight.model())
            .setModelVersion(insight.modelVersion())
            .setDataVersion(insight.dataVersion())
            .setSubject(insight.subject())
            .setSummary(insight.summary())
            .addAllSources(insight.sources())
            .addAllLimits(insight.limits())
            .setChannel(word(insight.channel()))
            .setPlace(word(insight.place()));
    insight.kinds().stream().sorted().map(InsightMapper::word).forEach(message::addKinds);
    insight.inputsUsed().stream().map(InsightMapper::used).forEach(message::addInputsUsed);
    insight.inputsMissing().stream().map(InsightMapper::missing).forEach(message::addInputsMissing);
    switch (insight.outcome()) {
      case Outcome.Result(Facts facts) ->
          message.setResult(Result.newBuilder().setValuesJson(FactsJson.of(facts)));
      case Outcome.Refusal(Outcome.Reason reason, String detail, String wouldHelp) ->
          message.setRefusal(
              Refusal.newBuilder()
                  .setReason(reason.name())
                  .setDetail(detail)
                  .setWouldHelp(wouldHelp));
    }
    return message.build();
  }

  private static InputUsed used(health.lifelong.analytics.insight.domain.InputUsed input) {
    return InputUsed.newBuilder()
        .setName(input.name())
        .setValue(input.value())
        .setUnit(input.unit())
        .setEffectiveDate(input.date() == null ? "" : input.date().toString())
        .setNote(input.note())
        .build();
  }

  private static InputMissing missing(health.lifelong.analytics.insight.domain.InputMissing input) {
    return InputMissing.newBuilder().setName(input.name()).setReason(word(input.why())).build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
