package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.person.domain.Sex;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Korean names as often as they are borne, and the ways in which a second record spells one. The
 * romaniser is written apart from the one that is tested: it spells forward, by the official rules,
 * by McCune and Reischauer, or as passports have it.
 */
final class KoreanNames {
  /** Share of a decade's children who get one of its popular names. */
  private static final double POPULAR = 0.45;

  // Shares of 2015, in tenths of a percent; the rest is spread over the rare ones.
  private static final String SURNAMES =
      "김 215 이 147 박 84 최 47 정 43 강 24 조 21 윤 21 장 20 임 17 한 15 오 15 서 15 신 15 권 14 황 14 안 14 송 14 "
          + "전 11 홍 11 유 10 고 9 문 9 양 9 손 9 배 8 백 8 허 7 남 5 심 5 노 5 하 5 곽 4 성 4 차 4 주 4 우 4 구 4 민 3 "
          + "류 3 나 3 진 3 지 3 엄 3 채 3 원 3 천 2 방 2 공 2 현 2 함 2 변 2 염 2 여 2 추 2 도 2 소 1 석 1 선 1 설 1 마 1 "
          + "길 1 연 1 남궁 1 황보 1 제갈 1 선우 1 사공 1 독고 1";

  private static final String[] WOMEN = {
    "영자 순자 정자 영숙 정순 춘자 정숙 순옥 영순 명자 옥순 경자 복순 금자 영희 말자 정희 숙자 인숙 옥자",
    "영숙 정숙 영희 명숙 경숙 미숙 순자 정희 영자 현숙 순옥 경희 은숙 미경 혜숙 정순 춘희 인숙 명희 정자",
    "미숙 미경 경숙 영미 은숙 현숙 미영 경희 은주 정숙 은경 혜경 영희 수경 선희 미정 정희 은희 미선 현주",
    "은주 은정 미영 은영 현주 지영 미경 은경 현정 미정 선영 경희 은희 수진 정은 혜진 윤정 영미 수정 미선",
    "지혜 지영 은지 지은 수진 은정 혜진 지현 민정 보람 유진 현정 선영 은영 아름 미영 수정 지연 혜영 소영",
    "유진 지혜 민지 수빈 지은 예지 지원 은지 지현 수진 소영 현지 예은 다은 혜진 수연 서영 하은 가영 지수",
    "서연 민서 지민 유진 서현 예은 수빈 지원 채원 지우 하은 민지 서영 예진 수민 가은 다은 윤서 현서 소윤"
  };
  private static final String[] MEN = {
    "영수 영호 영철 정수 종수 광수 정호 영식 상철 성수 영길 병철 종호 정웅 순철 동수 경수 재호 용수 성호",
    "영수 영호 영철 성호 정호 광호 상호 영식 종수 병호 정수 성수 상철 진호 용호 재호 경수 동수 승호 정식",
    "영호 성호 정호 영수 상훈 진호 성훈 영철 동현 정훈 상철 승호 재호 병철 성수 용석 경호 동수 영진 재훈",
    "정훈 성호 지훈 성훈 상훈 준호 성진 재훈 동현 진우 정호 현우 승현 영호 민호 재호 상현 동훈 승호 경민",
    "지훈 성민 현우 정훈 동현 준영 준호 민수 성훈 상훈 진우 민호 재현 승현 영민 상현 현준 종현 동욱 재훈",
    "지훈 동현 현우 성민 정훈 준영 민수 준호 승현 민재 상현 재현 현준 성현 진우 영준 도현 건우 준혁 태현",
    "민준 지훈 현우 준서 건우 민재 동현 도현 현준 예준 준혁 지호 승민 민성 서준 시우 준영 승현 유준 성민"
  };
  private static final String FIRST =
      "지 현 민 서 수 은 영 정 성 재 준 승 동 태 상 경 진 윤 예 유 하 도 종 병 광 용 인 원 창 희 혜 미 선 소 나 다 가 보 세 시 주 규 기 대 한 홍 화 효 연 우 찬 형 호 훈 해 석 시 아 란 슬";
  private static final String LAST =
      "지 현 민 서 수 은 영 정 성 재 준 승 우 호 훈 진 윤 희 혜 미 선 주 연 아 원 석 철 식 환 섭 빈 혁 찬 형 규 기 태 경 숙 순 자 옥 란 나 라 림 람 솔 율 인 일 범 욱 국 구 균 근 길 용 웅";

  private final SplittableRandom random;
  private final List<String> surnames = new ArrayList<>();

  KoreanNames(SplittableRandom random) {
    this.random = random;
    String[] shares = SURNAMES.split(" ", -1);
    for (int i = 0; i < shares.length; i += 2) {
      for (int j = 0; j < Integer.parseInt(shares[i + 1]); j++) {
        surnames.add(shares[i]);
      }
    }
  }

  String surname() {
    return surnames.get(random.nextInt(surnames.size()));
  }

  String given(Sex sex, int year) {
    int decade = Math.clamp((year - 1940) / 10L, 0, 6);
    if (random.nextDouble() < POPULAR) {
      return zipf((sex == Sex.FEMALE ? WOMEN : MEN)[decade].split(" ", -1));
    }
    return pick(FIRST) + pick(LAST);
  }

  // The first of a list about four times as often as the tenth.
  private String zipf(String[] names) {
    double[] weights = new double[names.length];
    double sum = 0;
    for (int i = 0; i < names.length; i++) {
      weights[i] = 1 / Math.pow(i + 1, 0.6);
      sum += weights[i];
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < names.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return names[i];
      }
    }
    return names[names.length - 1];
  }

  private String pick(String list) {
    String[] choices = list.split(" ", -1);
    return choices[random.nextInt(choices.length)];
  }

  /** The same name in another form: decomposed, with blanks, with something invisible. */
  String otherForm(String surname, String given) {
    return switch (random.nextInt(4)) {
      case 0 -> Normalizer.normalize(surname + given, Normalizer.Form.NFD);
      case 1 -> surname + " " + given;
      case 2 -> surname + "\u3000" + given;
      default -> surname + "\u200B" + given;
    };
  }

  /** One jamo replaced, put in or taken out somewhere in the name. */
  String mistyped(String name) {
    while (true) {
      int at = random.nextInt(name.length());
      Jamo.Syllable s = Jamo.of(name.charAt(at));
      int onset = s.onset();
      int vowel = s.vowel();
      int coda = s.coda();
      switch (random.nextInt(3)) {
        case 0 -> onset = random.nextInt(19);
        case 1 -> vowel = random.nextInt(21);
        default -> coda = random.nextInt(28);
      }
      char typed = (char) (0xAC00 + (onset * 21 + vowel) * 28 + coda);
      if (typed != name.charAt(at)) {
        return name.substring(0, at) + typed + name.substring(at + 1);
      }
    }
  }

  private static final String[] ONSET_RR =
      "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" ", -1);
  private static final String[] ONSET_PASSPORT =
      "k kk n d tt r m b pp s ss - j jj ch k t p h".split(" ", -1);
  private static final String[] ONSET_MR =
      "k kk n t tt r m p pp s ss - ch tch ch k t p h".split(" ", -1);
  private static final String[] VOWEL_RR =
      "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ", -1);
  private static final String[] VOWEL_PASSPORT =
      "a ae ya yae u e you ye o wa wae oe yo oo won we wi yu eun hee i".split(" ", -1);
  private static final String[] VOWEL_MR =
      "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split(" ", -1);
  private static final String[] CODA =
      "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ", -1);
  private static final Map<String, String[]> CUSTOMARY = new HashMap<>();

  static {
    String table =
        "김 Kim Gim|이 Lee Yi Rhee|박 Park Bak|최 Choi Choe|정 Jung Jeong Chung|강 Kang Gang|조 Cho Jo|윤 Yoon Yun|장 Jang Chang|"
            + "임 Lim Im|한 Han|오 Oh O|서 Seo Suh|신 Shin Sin|권 Kwon Gwon|황 Hwang|안 Ahn An|송 Song|전 Jeon Jun|홍 Hong|"
            + "유 Yoo Yu|고 Ko Go|문 Moon Mun|양 Yang|손 Son|배 Bae|백 Baek Paik|허 Heo Hur|남 Nam|심 Shim Sim|노 Noh Roh|"
            + "우 Woo U|구 Koo Gu|민 Min|주 Joo Ju|류 Ryu|나 Na|엄 Um Eom|남궁 Namgung Namkoong|황보 Hwangbo|제갈 Jegal|선우 Sunwoo Seonu|"
            + "사공 Sagong|독고 Dokgo";
    for (String row : table.split("\\|", -1)) {
      String[] cells = row.split(" ", -1);
      CUSTOMARY.put(cells[0], java.util.Arrays.copyOfRange(cells, 1, cells.length));
    }
  }

  /** The name in Latin letters, in one of the usual ways and one of the usual orders. */
  String romanised(String surname, String given) {
    int style = random.nextInt(3);
    String[] customary = CUSTOMARY.get(surname);
    String family =
        customary == null ? spelt(surname, 0, "") : customary[random.nextInt(customary.length)];
    String first = spelt(given, style, random.nextBoolean() ? "-" : "");
    return switch (random.nextInt(4)) {
      case 0 -> family + " " + first;
      case 1 -> first + " " + family;
      case 2 -> (family + ", " + first).toUpperCase(java.util.Locale.ROOT);
      default -> family + " " + first.replace('-', ' ');
    };
  }

  private static String spelt(String hangul, int style, String between) {
    List<String> syllables = new ArrayList<>();
    for (char c : hangul.toCharArray()) {
      Jamo.Syllable s = Jamo.of(c);
      String onset = (style == 0 ? ONSET_RR : style == 1 ? ONSET_PASSPORT : ONSET_MR)[s.onset()];
      String vowel = (style == 0 ? VOWEL_RR : style == 1 ? VOWEL_PASSPORT : VOWEL_MR)[s.vowel()];
      // Passports write these three whole.
      if (style == 1) {
        vowel = passport(s, vowel);
      }
      syllables.add((onset + vowel + CODA[s.coda()]).replace("-", ""));
    }
    String joined = String.join(between, syllables);
    return joined.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + joined.substring(1);
  }

  private static String passport(Jamo.Syllable s, String vowel) {
    return switch (s.vowel()) {
      case 6 -> s.coda() == 0 ? "yeo" : "you";
      case 14 -> "wo";
      case 18 -> s.coda() == 0 ? "eu" : "eu";
      case 19 -> s.onset() == 18 ? "ee" : "ui";
      default -> vowel;
    };
  }
}
