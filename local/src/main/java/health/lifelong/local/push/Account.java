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
    long observations,
    long unmapped,
    long variants,
    long lifestyleDays,
    List<String> persons) {

  boolean closed() {
    return !state.equals("received");
  }

  static Account of(JsonNode json) {
    List<PushResult.Rejected> rejected = new ArrayList<>();
    json.path("rejected")
        .forEach(
            refusal ->
                rejected.add(
                    new PushResult.Rejected(
                        refusal.path("index").asLong(),
                        refusal.path("path").asText(),
                        refusal.path("reason").asText())));
    List<String> persons = new ArrayList<>();
    json.path("persons").forEach(person -> persons.add(person.asText()));
    return new Account(
        json.path("receipt").asText(),
        json.path("state").asText(),
        json.path("resent").asBoolean(),
        json.path("accepted").asLong(),
        json.path("duplicates").asLong(),
        json.path("rejectedTotal").asLong(),
        rejected,
        json.path("observations").asLong(),
        json.path("unmapped").asLong(),
        json.path("variants").asLong(),
        json.path("lifestyleDays").asLong(),
        persons);
  }
}
