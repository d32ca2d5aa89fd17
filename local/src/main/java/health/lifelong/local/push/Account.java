package health.lifelong.local.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A receipt as a door tells it. */
record Account(
    String receipt,
    String state,
    boolean resent,
    long accepted,
    long duplicates,
    long rejectedTotal,
    List<PushResult.Rejected> rejected,
    List<PushResult.Rejected> setAside,
    long observations,
    long unmapped,
    long variants,
    long lifestyleDays,
    List<String> persons) {

  boolean closed() {
    return !state.equals("received");
  }

  static Account of(JsonNode json) {
    List<String> persons = new ArrayList<>();
    json.path("persons").forEach(person -> persons.add(person.asText()));
    return new Account(
        json.path("receipt").asText(),
        json.path("state").asText(),
        json.path("resent").asBoolean(),
        json.path("accepted").asLong(),
        json.path("duplicates").asLong(),
        json.path("rejectedTotal").asLong(),
        refusals(json.path("rejected")),
        refusals(json.path("setAside")),
        json.path("observations").asLong(),
        json.path("unmapped").asLong(),
        json.path("variants").asLong(),
        json.path("lifestyleDays").asLong(),
        persons);
  }

  private static List<PushResult.Rejected> refusals(JsonNode list) {
    List<PushResult.Rejected> refusals = new ArrayList<>();
    for (JsonNode refusal : list) {
      refusals.add(
          new PushResult.Rejected(
              refusal.path("index").asLong(),
              refusal.path("path").asText(),
              refusal.path("reason").asText()));
    }
    return refusals;
  }
}
