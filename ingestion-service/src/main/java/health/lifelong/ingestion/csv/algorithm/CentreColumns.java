package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.Column;
import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import health.lifelong.vocabulary.ItemNames;
import java.util.HashMap;
import java.util.Map;

/**
 * The columns of a centre's own batch: who, when, then catalogue items by code, Korean or English
 * name, with the unit in brackets. A unit that the header does not name is that of the contract, or
 * missing.
 */
final class CentreColumns {
  private static final String LOCAL_NUMBERS =
      """
      수검번호 수검자번호 등록번호 환자번호 환자등록번호 차트번호 병록번호 고객번호 수진자번호 개인번호 personid person_id patientid \
      patient_id patientno patient_no chartno chart_no mrn pid id identifier person_identifier examinee_no examinee_id\
      """;

  private static final Map<String, Role> ROLES = roles();

  private CentreColumns() {}

  private enum Role {
    NUMBER,
    MEMBER_NUMBER,
    RESIDENT_NUMBER,
    NAME,
    SEX,
    BIRTH_DATE,
    EXAM_DATE,
    EXAM_YEAR,
    VISIT
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new HashMap<>();
    add(roles, Role.NUMBER, LOCAL_NUMBERS);
    add(roles, Role.MEMBER_NUMBER, "MB 통합회원번호 통합고객번호 institute_member_number member_number");
    add(roles, Role.RESIDENT_NUMBER, "주민등록번호 주민번호 resident_registration_number");
    add(roles, Role.NAME, "이름 성명 수검자명 환자명 name full_name person_name patient_name");
    add(roles, Role.SEX, "성별 성별코드 sex gender sex_at_birth");
    add(roles, Role.BIRTH_DATE, "생년월일 출생일 생일 birth_date date_of_birth birthday dob");
    add(
        roles,
        Role.EXAM_DATE,
        "검진일 검진일자 검진일시 수검일 수검일자 검사일 검사일자 내원일 exam_date examination_date checkup_date"
            + " visit_date date");
    add(roles, Role.EXAM_YEAR, "검진년도 검진연도 기준년도 기준연도 exam_year hchk_year year");
    add(
        roles,
        Role.VISIT,
        "접수번호 검진번호 visit_number visit_no visit_id accession_number order_number");
    return Map.copyOf(roles);
  }

  private static void add(Map<String, Role> roles, Role role, String names) {
    for (String name : names.split(" ")) {
      roles.put(ItemNames.fold(name), role);
    }
  }

  static Column find(String header, CsvContract contract) {
    Role role = ROLES.get(ItemNames.fold(header));
    if (role == null) {
      return ItemCatalogue.standard()
          .byName(header)
          .<Column>map(found -> values(header, found, contract))
          .orElseGet(() -> new Column.Local(header));
    }
    return switch (role) {
      case NUMBER -> new Column.Identifier(header, "");
      case MEMBER_NUMBER -> new Column.Identifier(header, "MB");
      case RESIDENT_NUMBER -> new Column.Identifier(header, "SS");
      case NAME -> new Column.Name(header);
      case SEX -> new Column.Sex(header);
      case BIRTH_DATE -> new Column.BirthDate(header);
      case EXAM_DATE -> new Column.ExamDate(header);
      case EXAM_YEAR -> new Column.ExamYear(header);
      case VISIT -> new Column.Visit(header);
    };
  }

  private static Column values(String header, ItemNames.Column found, CsvContract contract) {
    Item item = found.item();
    String agreed = contract.unitByItem().getOrDefault(item.code(), "");
    boolean declared = found.unit().isEmpty() && !agreed.isEmpty();
    return new Column.Values(header, item, declared ? agreed : found.unit(), declared, "", false);
  }
}
