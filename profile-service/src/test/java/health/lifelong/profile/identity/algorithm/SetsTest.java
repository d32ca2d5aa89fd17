package health.lifelong.profile.identity.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.identity.domain.Pair;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SetsTest {
  private final UUID a = UUID.randomUUID();
  private final UUID b = UUID.randomUUID();
  private final UUID c = UUID.randomUUID();

  @Test
  void membersAreOnePersonAsFarAsLinksReach() {
    assertThat(Sets.of(List.of(a, b, c), List.of(Pair.of(b, a), Pair.of(b, c))))
        .containsExactly(Set.of(a, b, c));
    assertThat(Sets.of(List.of(a, b, c), List.of(Pair.of(a, b))))
        .containsExactlyInAnyOrder(Set.of(a, b), Set.of(c));
    assertThat(Sets.of(List.of(a, b), List.of())).containsExactlyInAnyOrder(Set.of(a), Set.of(b));
  }
}
