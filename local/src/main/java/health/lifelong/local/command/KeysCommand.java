package health.lifelong.local.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.common.v1.Category;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.ServiceChannel;
import health.lifelong.profile.v1.KeyCount;
import health.lifelong.profile.v1.KeyServiceGrpc;
import health.lifelong.profile.v1.KeyServiceGrpc.KeyServiceBlockingStub;
import health.lifelong.profile.v1.ListKeysRequest;
import health.lifelong.profile.v1.RotateKeysRequest;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The operator's side of the keys: counts them, and turns them over. */
public final class KeysCommand implements Command {
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "ID", Category.CATEGORY_IDENTITY,
          "CHK", Category.CATEGORY_CHECKUP,
          "GENR", Category.CATEGORY_GENETIC_REPORT,
          "GENX", Category.CATEGORY_GENETIC_RAW,
          "LIF", Category.CATEGORY_LIFESTYLE,
          "SPC", Category.CATEGORY_SPECIAL);

  private final Layout layout;

  public KeysCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "keys list | keys rotate data|encryption CATEGORY";
  }

  @Override
  public String purpose() {
    return "count data keys under each key-encryption key, or make new ones: one JSON line each";
  }

  /** Data keys under one key-encryption key. */
  record Counted(
      String category, int generation, @JsonProperty("data_keys") long dataKeys, long retiring) {}

  @Override
  public int run(Arguments arguments) throws IOException {
    Running running = Running.require(layout);
    String token =
        new LocalTokens(LocalKeys.of(layout)).token("operator", "local-operator", null, null);
    try (ServiceChannel profile = ServiceChannel.open(running.ports(), Service.PROFILE)) {
      KeyServiceBlockingStub keys =
          profile.as(KeyServiceGrpc.newBlockingStub(profile.channel()), token);
      List<String> words = arguments.words();
      if (words.size() == 3 && words.getFirst().equals("rotate")) {
        keys.rotateKeys(rotation(words));
      } else if (!words.equals(List.of("list"))) {
        throw new Failure("use: " + usage());
      }
      for (KeyCount count : keys.listKeys(ListKeysRequest.getDefaultInstance()).getCountsList()) {
        System.out.println(Http.JSON.writeValueAsString(counted(count)));
      }
      return 0;
    } catch (StatusRuntimeException e) {
      throw new Failure("profile-service refused: " + e.getStatus().getDescription(), e);
    }
  }

  private RotateKeysRequest rotation(List<String> words) {
    Category category = CATEGORIES.get(words.get(2));
    if (category == null) {
      throw new Failure("use: " + usage());
    }
    RotateKeysRequest.Kind kind =
        switch (words.get(1)) {
          case "data" -> RotateKeysRequest.Kind.KIND_DATA;
          case "encryption" -> RotateKeysRequest.Kind.KIND_ENCRYPTION;
          default -> throw new Failure("use: " + usage());
        };
    return RotateKeysRequest.newBuilder().setKind(kind).setCategory(category).build();
  }

  private static Counted counted(KeyCount count) {
    return new Counted(
        CATEGORIES.entrySet().stream()
            .filter(entry -> entry.getValue() == count.getCategory())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(""),
        count.getGeneration(),
        count.getDataKeys(),
        count.getRetiring());
  }
}
