package health.lifelong.local.push;

import health.lifelong.ingestion.hl7v2.algorithm.Hl7FileSplitter;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Sends one file by the door that its kind has, and waits until every record of it is accounted
 * for.
 */
public final class Pusher {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Ports ports;
  private final Http http;
  private final LocalTokens tokens;

  public Pusher(Ports ports, Http http, LocalTokens tokens) {
    this.ports = ports;
    this.http = http;
    this.tokens = tokens;
  }

  /** What the sender says beside the file; empty texts where nothing is said. */
  public record Options(String centre, String person, String sample, String build) {}

  /** Pushes a file; {@code progress} is told how many records or bytes have gone. */
  public PushResult push(Path file, FileKind kind, Options options, LongConsumer progress)
      throws IOException, InterruptedException {
    PushResult result = new PushResult(file.getFileName().toString(), kind);
    switch (kind) {
      case HL7V2 -> messages(file, options, result, progress);
      case FHIR_JSON -> fhir(file, "application/fhir+json", options, result);
      case FHIR_XML -> fhir(file, "application/fhir+xml", options, result);
      case NDJSON -> file(file, "ndjson", options, result);
      case CSV -> file(file, "csv", options, result);
      case GENOTYPES -> file(file, "genotypes", options, result);
      case APPLE_HEALTH -> phone(file, options, result);
    }
    return result;
  }

  private record Sent(String receipt, boolean duplicate, long index) {}

  private void messages(Path file, Options options, PushResult result, LongConsumer progress)
      throws IOException, InterruptedException {
    List<Sent> sent = new ArrayList<>();
    long[] index = new long[1];
    try (MllpSender sender =
            new MllpSender(http.sockets(options.centre()), ports.mllps(options.centre()));
        InputStream in = Files.newInputStream(file)) {
      Hl7FileSplitter.Split split =
          Hl7FileSplitter.split(
              in,
              message -> {
                try {
                  one(sender.send(message), index[0]++, sent, result);
                  progress.accept(index[0]);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      if (split.messages() == 0) {
        one(sender.send(Files.readAllBytes(file)), 0, sent, result);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Sent message : sent) {
      result.add(await(options.centre(), message.receipt), message.duplicate, message.index);
    }
  }

  private static void one(MllpSender.Ack ack, long index, List<Sent> sent, PushResult result) {
    result.ack(ack.code());
    if (ack.code().equals("AA")) {
      sent.add(new Sent(ack.ownId(), ack.duplicate(), index));
      return;
    }
    MllpSender.Err first =
        ack.errors().isEmpty() ? new MllpSender.Err("", "MALFORMED", "E") : ack.errors().getFirst();
    result.refuse(new PushResult.Rejected(index, first.path(), first.reason()));
  }

  private void fhir(Path file, String mediaType, Options options, PushResult result)
      throws IOException, InterruptedException {
    Http.Answer answer =
        http.of(options.centre())
            .post(
                "https://localhost:" + ports.ingestionHttps() + "/fhir",
                tokens.centre(options.centre()),
                mediaType,
                HttpRequest.BodyPublishers.ofFile(file));
    result.http(answer.status());
    String receipt = answer.header("Lifelong-Receipt").orElse("");
    if (receipt.isEmpty()) {
      refusedWhole(answer, result);
      return;
    }
    boolean resent = answer.header("Lifelong-Resent").map(Boolean::parseBoolean).orElse(false);
    result.add(await(options.centre(), receipt), resent, 0);
  }

  private void file(Path file, String door, Options options, PushResult result)
      throws IOException, InterruptedException {
    String url =
        "https://localhost:%d/v1/files/%s?name=%s&person=%s&sample=%s&build=%s"
            .formatted(
                ports.ingestionHttps(),
                door,
                encoded(file.getFileName().toString()),
                encoded(options.person()),
                encoded(options.sample()),
                encoded(options.build()));
    Http.Answer answer =
        http.of(options.centre())
            .post(
                url,
                tokens.centre(options.centre()),
                "application/octet-stream",
                HttpRequest.BodyPublishers.ofFile(file));
    result.http(answer.status());
    if (!answer.body().has("receipt")) {
      refusedWhole(answer, result);
      return;
    }
    Account first = Account.of(answer.body());
    result.add(await(options.centre(), first.receipt()), first.resent(), 0);
  }

  private void phone(Path file, Options options, PushResult result)
      throws IOException, InterruptedException {
    String base = "http://localhost:" + ports.http(Service.GATEWAY) + "/v1/phone-exports";
    String name = "?name=" + encoded(file.getFileName().toString());
    Http.Answer answer =
        http.post(
            base + name,
            phoneToken(options),
            "application/octet-stream",
            HttpRequest.BodyPublishers.ofFile(file));
    result.http(answer.status());
    if (!answer.body().has("receipt")) {
      refusedWhole(answer, result);
      return;
    }
    Account account = Account.of(answer.body());
    boolean resent = account.resent();
    Instant until = Instant.now().plus(PATIENCE);
    while (!account.closed()) {
      waitALittle(until);
      account =
          Account.of(
              http.get(base + "/" + account.receipt(), phoneToken(options)).require("receipt"));
    }
    result.add(account, resent, 0);
  }

  private String phoneToken(Options options) {
    return options.person().isEmpty()
        ? tokens.centre(options.centre())
        : tokens.person(options.person());
  }

  private static void refusedWhole(Http.Answer answer, PushResult result) {
    String code = answer.body().path("code").asText("INTERNAL");
    result.refuse(new PushResult.Rejected(0, "", code));
  }

  /** Waits until the account of a receipt is closed. */
  private Account await(String centre, String receipt) throws IOException, InterruptedException {
    String url = "https://localhost:" + ports.ingestionHttps() + "/v1/receipts/" + receipt;
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      Account account =
          Account.of(http.of(centre).get(url, tokens.centre(centre)).require("receipt " + receipt));
      if (account.closed()) {
        return account;
      }
      waitALittle(until);
    }
  }

  private static void waitALittle(Instant until) throws InterruptedException {
    if (Instant.now().isAfter(until)) {
      throw new Failure(
          "the receipt is durable but was not accounted for in "
              + PATIENCE.toMinutes()
              + " minutes");
    }
    Thread.sleep(20);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
