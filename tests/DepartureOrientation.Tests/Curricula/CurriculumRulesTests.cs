using Gms.DepartureOrientation.Curricula;
using Gms.Type.V1;
using Xunit;
using Module = Gms.DepartureOrientation.Curricula.Module;

namespace Gms.DepartureOrientation.Tests.Curricula;

public sealed class CurriculumRulesTests
{
    static readonly Programmes Programmes = Programmes.FromReference();

    [Fact]
    public void A_curriculum_that_fulfils_its_country_s_programme_is_published() => Assert.Empty(Broken(A.Curriculum()));

    [Fact]
    public void A_module_stands_in_a_curriculum_once() =>
        Assert.Equal(["CURRICULUM_MODULE_TWICE"], Broken(A.Curriculum(modules: [A.Module("M1"), A.Module("M1", version: 2)])));

    [Fact]
    public void A_module_of_another_stage_is_refused() =>
        Assert.Equal(["CURRICULUM_MODULE_STAGE"], Broken(A.Curriculum(modules: [A.Module(stage: Stage.PostArrival)])));

    [Fact]
    public void Those_who_train_trainers_use_modules_of_any_stage() =>
        Assert.Empty(Broken(A.Curriculum(Stage.TrainingOfTrainers, programme: null, modules: [A.Module(stage: Stage.PreDeparture), A.Module("M2", stage: Stage.TrainingOfTrainers)])));

    [Fact]
    public void Modules_without_a_common_language_are_no_curriculum() =>
        Assert.Equal(["CURRICULUM_NO_COMMON_LANGUAGE"], Broken(A.Curriculum(modules: [A.Module(languages: ["lo"]), A.Module("M2", languages: ["th"])])));

    [Fact]
    public void A_published_version_of_a_module_says_the_same_for_ever() =>
        Assert.Equal(["MODULE_VERSION_DIFFERS"], Broken(A.Curriculum(), known: A.Module(title: "Another title")));

    [Fact]
    public void The_same_languages_in_another_order_are_the_same_module() =>
        Assert.Empty(Broken(A.Curriculum(), known: A.Module(languages: ["th", "lo"])));

    [Theory]
    [InlineData(Stage.PreDeparture)]
    [InlineData(Stage.PostArrival)]
    public void Orientation_before_departure_and_after_arrival_names_its_programme(Stage stage) =>
        Assert.Equal(["CURRICULUM_PROGRAMME_MISSING"], Broken(A.Curriculum(stage, programme: null)));

    [Fact]
    public void Another_country_s_programme_is_refused() =>
        Assert.Equal(["CURRICULUM_PROGRAMME_OTHER_COUNTRY"], Broken(A.Curriculum(programme: "KH-PDO")));

    [Fact]
    public void A_programme_of_another_stage_is_refused() =>
        Assert.Equal(["CURRICULUM_PROGRAMME_OTHER_STAGE"], Broken(A.Curriculum(programme: "LA-FSM")));

    [Fact]
    public void An_international_programme_may_be_taught_anywhere() => Assert.Empty(Broken(A.Curriculum(programme: "GMS-ILO-PDT")));

    [Fact]
    public void A_length_stated_in_hours_by_a_text_that_was_read_refuses_a_minute_less()
    {
        Assert.Equal(["CURRICULUM_TOO_SHORT"], Broken(A.Curriculum(programme: "IOM-MICIC", modules: [A.Module(minutes: 119)])));
        Assert.Empty(Broken(A.Curriculum(programme: "IOM-MICIC", modules: [A.Module(minutes: 120)])));
    }

    [Fact]
    public void A_length_stated_in_days_only_warns_because_no_text_says_how_long_a_day_is()
    {
        var curriculum = A.Curriculum(programme: "KH-PDO", country: "KH", origin: "KH", modules: [A.Module(minutes: 359)]);

        Assert.Empty(Broken(curriculum));
        Assert.Equal((Outcome.Fail, Confidence.Low), Length(curriculum));
    }

    [Fact]
    public void A_length_stated_for_one_corridor_says_nothing_of_another() =>
        Assert.Equal(Outcome.Unknown, Length(A.Curriculum(programme: "KH-PDO", country: "KH", origin: "KH", destination: "CN")).Outcome);

    [Fact]
    public void A_programme_without_a_stated_length_is_unknown_and_never_a_pass() =>
        Assert.Equal(Outcome.Unknown, Length(A.Curriculum(programme: "LA-PDO")).Outcome);

    [Fact]
    public void Missing_rights_and_gender_content_is_told_and_refuses_nothing()
    {
        var curriculum = A.Curriculum(modules: [A.Module(rights: false, gender: false)]);

        Assert.Empty(Broken(curriculum));
        Assert.Equal(["CURRICULUM_RIGHTS_CONTENT", "CURRICULUM_GENDER_CONTENT"], CurriculumRules.Checks(curriculum, null, null).Where(c => c.Outcome == Outcome.Fail).Select(c => c.Code));
    }

    [Theory]
    [InlineData(360, 80, 288)]
    [InlineData(361, 80, 289)]
    [InlineData(100, 100, 100)]
    [InlineData(99, 50, 50)]
    public void The_share_is_the_least_whole_minutes(int minutes, int share, int needed) =>
        Assert.Equal(needed, A.Curriculum(share: share, modules: [A.Module(minutes: minutes)]).MinutesNeeded);

    static Programme? ProgrammeOf(Curriculum curriculum) => curriculum.Programme is { } id ? Programmes[id] : null;

    static Minimum? LeastOf(Curriculum curriculum) => CurriculumRules.LeastOf(ProgrammeOf(curriculum), curriculum.Origin, curriculum.Destination, Programmes.TrainingDay);

    static (Outcome Outcome, Confidence) Length(Curriculum curriculum)
    {
        var check = CurriculumRules.Checks(curriculum, ProgrammeOf(curriculum), LeastOf(curriculum)).Single(c => c.Code == "CURRICULUM_LENGTH");
        return (check.Outcome, check.Source.Confidence);
    }

    static IEnumerable<string> Broken(Curriculum curriculum, Module? known = null) =>
        CurriculumRules.ToPublish(curriculum, known is null ? new Dictionary<(string, int), Module>() : new() { [(known.Code, known.Version)] = known }, ProgrammeOf(curriculum), LeastOf(curriculum)).Select(p => p.Code);
}
