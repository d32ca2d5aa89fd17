package health.lifelong.ingestion.mapping.domain;

import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.vocabulary.Item;
import java.util.List;
import java.util.Optional;

/** Finds the catalogue item that a concept names; the codings of one concept are synonyms. */
public interface ItemResolver {
  /** The item, or empty where no coding is known. Display text never decides. */
  Optional<Item> resolve(List<Coding> codings);
}
