package health.lifelong.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;

/**
 * The one skeleton of all services, as rules; each service's ArchitectureTest calls them with its
 * own package.
 */
public final class SkeletonRules {
  private static final String[] JDK_ONLY = {
    "java..", "org.jspecify.annotations..", "health.lifelong.vocabulary.."
  };

  private SkeletonRules() {}

  /**
   * Imports a service's main classes and holds every rule; {@code minimumClasses} keeps an empty
   * scan from passing.
   */
  public static void hold(String service, int minimumClasses) {
    String root = "health.lifelong." + service;
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The generated contracts share the root package.
            .withImportOption(location -> !location.contains("/v1/"))
            .importPackages(root);
    if (classes.size() < minimumClasses) {
      throw new AssertionError(
          "only %d classes under %s: the scan is empty or the floor is wrong"
              .formatted(classes.size(), root));
    }
    String[] pure = {
      root + "..domain..", root + "..algorithm..", JDK_ONLY[0], JDK_ONLY[1], JDK_ONLY[2]
    };
    classes()
        .that()
        .resideInAnyPackage(root + "..domain..", root + "..algorithm..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(pure)
        .because("domain and algorithms import only the JDK and the vocabulary")
        .check(classes);
    noClasses()
        .that()
        .resideInAnyPackage(root + "..domain..", root + "..algorithm..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("the clock is an argument of pure code")
        .allowEmptyShould(true)
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(root + "..app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            root + "..grpc..",
            root + "..rest..",
            root + "..store..",
            root + "..client..",
            root + "..mllp..")
        .because("arrows point inwards: adapters know app, app knows no adapter")
        .allowEmptyShould(true)
        .check(classes);
    classes()
        .should()
        .resideInAnyPackage(
            root + ".*.domain..",
            root + ".*.algorithm..",
            root + ".*.app..",
            root + ".*.grpc..",
            root + ".*.rest..",
            root + ".*.store..",
            root + ".*.client..",
            root + ".*.mllp..",
            root + ".*.reader..")
        .because("packages go by feature, then by role")
        .check(classes);
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)$")
        .because("a name says what a thing is")
        .check(classes);
    classes.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(owner -> !owner.isAnnotatedWith(NullMarked.class))
        .findAny()
        .ifPresent(
            owner -> {
              throw new AssertionError(
                  owner.getName()
                      + " has no package-info with @NullMarked: there null is unchecked");
            });
    slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }
}
