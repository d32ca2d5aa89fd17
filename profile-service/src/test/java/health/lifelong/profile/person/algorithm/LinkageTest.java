package health.lifelong.profile.person.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.IndexedClaim;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import health.lifelong.profile.person.domain.Links;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkageTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);

  @Test
  void anUnknownPersonIsOpenedOnceInABatch() {
    Links links = link(Map.of(), claim(null, chart("1")), claim(null, chart("1"), member("9")));

    assertThat(links.opened()).hasSize(1);
    assertThat(links.persons().get(0)).isEqualTo(links.persons().get(1));
    assertThat(links.claimed()).hasSize(2);
  }

  @Test
  void aTrustedIdentifierLinksBeforeALocalOne() {
    Links links = link(Map.of(index("9"), A, index("1"), B), claim(null, chart("1"), member("9")));

    assertThat(links.persons()).containsExactly(A);
    assertThat(links.conflicts())
        .containsExactly(new Links.Conflict(A, B, index("1"), "seoul", "r"));
  }

  @Test
  void twoLocalIdentifiersOfTwoPersonsAreAConflictAndNoMerge() {
    Links links = link(Map.of(index("1"), A, index("2"), B), claim(null, chart("1"), chart("2")));

    assertThat(links.persons()).containsExactly(A);
    assertThat(links.conflicts()).extracting(Links.Conflict::otherPersonId).containsExactly(B);
    assertThat(links.claimed()).isEmpty();
  }

  @Test
  void aNewIdentifierOfAKnownPersonIsAdded() {
    Links links = link(Map.of(index("9"), A), claim(null, chart("5"), member("9")));

    assertThat(links.persons()).containsExactly(A);
    assertThat(links.claimed()).containsExactly(new Links.Claimed(chart("5"), A));
  }

  @Test
  void aGivenPersonIdIsTakenAsItIs() {
    assertThat(link(Map.of(index("1"), A), claim(B, chart("1"))).persons()).containsExactly(B);
  }

  private static Links link(Map<BlindIndex, UUID> known, IndexedClaim... claims) {
    return Linkage.link(List.of(claims), known, UUID::randomUUID);
  }

  private static IndexedClaim claim(@Nullable UUID personId, IndexedIdentifier... identifiers) {
    return new IndexedClaim(List.of(identifiers), personId, "seoul", "r");
  }

  private static IndexedIdentifier chart(String value) {
    return new IndexedIdentifier(index(value), index(value), "centre:seoul", false);
  }

  private static IndexedIdentifier member(String value) {
    return new IndexedIdentifier(index(value), index(value), "institute", true);
  }

  private static BlindIndex index(String value) {
    return new BlindIndex(value.repeat(64));
  }
}
