using System.Text.RegularExpressions;
using Gms.Portal.Inspections;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Pages;

public sealed partial class CheckWordsTests
{
    /// <summary>Where checks that pages show get their codes: every such word written there is one, so that a new one cannot be forgotten.</summary>
    static readonly string[] Rules =
    [
        "Registry/Departures/ClearanceRules.cs",
        "DepartureOrientation/Certificates/VerifyCertificate.cs",
        "SocialSecurity/Coverage/ObligationRules.cs",
        "Recruitment/Contracts/PreparationRules.cs",
        "Recruitment/Contracts/StandardRules.cs",
        "Recruitment/Employers/EmployerRules.cs",
    ];

    /// <summary>What stands for a part of a code in those files.</summary>
    static readonly Dictionary<string, string[]> Parts = new() { ["what"] = ["CHANNEL", "CHECKPOINT"], ["name"] = ["RECRUITMENT", "SOCIAL_SECURITY", "DEPARTURE_ORIENTATION"] };

    static readonly Texts English = Texts.In(Language.English), Lao = Texts.In(Language.Find("lo")!);

    /// <summary>Every language but English, in which the service's own sentence is read.</summary>
    public static TheoryData<string> Others => [.. Language.All.Where(l => l != Language.English).Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_check_that_a_page_shows_has_a_text_in_every_language(string language)
    {
        var texts = Texts.In(Language.Find(language)!);

        Assert.DoesNotContain(Codes(), code => !texts.Has($"check.{code}"));
    }

    [Fact]
    public void Every_text_is_of_a_check_that_there_is() =>
        Assert.Empty(English.Keys.Where(k => k.StartsWith("check.", StringComparison.Ordinal) && k != "check.own_words" && !k.StartsWith("check.value.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]).Distinct().Except(Codes()));

    /// <summary>At a border post: why a pass is not taken, as the check page says it, too.</summary>
    [Fact]
    public void Every_reason_for_which_a_pass_is_not_taken_has_a_text()
    {
        var reasons = Written().Matches(File.ReadAllText(Path.Combine(Services(), "Credentials", "CredentialFault.cs"))).Select(m => m.Groups[1].Value).Where(c => c.StartsWith("PASS_", StringComparison.Ordinal)).ToHashSet();
        reasons.ExceptWith(["PASS_VALID", "PASS_STATUS_UNKNOWN"]);    // taken; and never said where the Registry itself is asked
        reasons.Add("PASS_NOT_ON_RECORD");

        Assert.True(reasons.Count > 10);
        Assert.Equal(reasons.Order(StringComparer.Ordinal), English.Keys.Where(k => k.StartsWith("pass.PASS_", StringComparison.Ordinal)).Select(k => k["pass.".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_codes_are_found_in_the_rules()
    {
        Assert.Superset(new HashSet<string> { "TRAVEL_DOCUMENT", "CHECKPOINT_OPEN", "CHANNEL_RESTRICTED", "SOCIAL_SECURITY_NOT_ANSWERED", "COVERAGE_COMPULSORY_SCHEMES", "HOURS_OF_WORK", "FR38" }, Codes());
        Assert.InRange(Codes().Count, 70, 100);
    }

    [Fact]
    public void A_check_is_told_in_the_reader_s_language_with_what_the_service_wrote_beside_it()
    {
        var told = CheckWords.Of(Lao, Of("TRAVEL_DOCUMENT", Outcome.Fail, "The worker has no travel document of this channel (PASSPORT).", "Add a PASSPORT."));

        Assert.Equal((Lao["check.TRAVEL_DOCUMENT.Fail"], Lao["check.TRAVEL_DOCUMENT.do"], "lo"), (told.Sentence, told.WhatToDo, told.Language.Code));
        Assert.Equal("The worker has no travel document of this channel (PASSPORT). Add a PASSPORT.", told.Own);
    }

    [Fact]
    public void Days_kinds_and_fields_that_the_service_names_are_told_in_the_reader_s_words()
    {
        string Told(string code, params string[] values) => CheckWords.Of(Lao, new() { Code = code, Outcome = Outcome.Fail, Message = "m", Values = { values } }).Sentence;

        Assert.Equal($"{Lao["check.BREAK_BETWEEN_STAYS.Fail"]} ({Lao.Day(new(2027, 1, 5))})", Told("BREAK_BETWEEN_STAYS", "2027-01-05"));
        Assert.Equal($"{Lao["check.TRAVEL_DOCUMENT.Fail"]} (ໜັງສືຜ່ານແດນ, SOMETHING_NEW)", Told("TRAVEL_DOCUMENT", "PASSPORT", "SOMETHING_NEW"));
        Assert.Equal($"{Lao["check.CONTRACT_FITS.Fail"]} ({Lao["check.value.channel"]}, {Lao["check.value.planned_on"]})", Told("CONTRACT_FITS", "channel", "planned_on"));
        Assert.Equal($"{Lao["check.MINIMUM_AGE.Fail"]} (18)", Told("MINIMUM_AGE", "18"));
    }

    [Fact]
    public void In_English_the_service_s_own_sentence_is_told_and_nothing_beside_it()
    {
        var told = CheckWords.Of(English, Of("TRAVEL_DOCUMENT", Outcome.Fail, "The worker has no PASSPORT.", "Add one."));

        Assert.Equal(("The worker has no PASSPORT.", "Add one.", ""), (told.Sentence, told.WhatToDo, told.Own));
    }

    [Fact]
    public void A_check_of_no_text_is_told_in_English_and_says_so()
    {
        var told = CheckWords.Of(Lao, Of("SOMETHING_NEW", Outcome.Fail, "It is new.", "Wait."));

        Assert.Equal(("It is new.", "Wait.", "en", ""), (told.Sentence, told.WhatToDo, told.Language.Code, told.Own));
    }

    [Fact]
    public void Where_nothing_is_to_be_done_nothing_is_said() => Assert.Equal("", CheckWords.Of(Lao, Of("TRAVEL_DOCUMENT", Outcome.Pass, "The worker has one.", "")).WhatToDo);

    // An indicator's text says what should be: alone it would tell the contrary of what came out.
    [Fact]
    public void In_one_line_what_should_be_is_told_with_what_came_out()
    {
        Assert.Equal($"{Lao["outcome.Fail"]}: {Lao["check.FR15"]} {Lao["check.FR15.Fail.do"]}", CheckWords.InOneLine(Lao, Of("FR15", Outcome.Fail, "The worker has no copy of the contract.", "Give the worker a copy.")));
        Assert.Equal($"{Lao["check.MINIMUM_AGE.Fail"]} {Lao["check.MINIMUM_AGE.Fail.do"]}", CheckWords.InOneLine(Lao, Of("MINIMUM_AGE", Outcome.Fail, "The worker is younger than 18.", "A worker departs from the age of 18.")));
        Assert.Equal(Lao["check.NO_KNOWN_CHANNEL"], CheckWords.InOneLine(Lao, Of("NO_KNOWN_CHANNEL", Outcome.Unknown, "No channel X is on record.", "")));
    }

    static HashSet<string> Codes()
    {
        var codes = FairnessIndicators.All.Select(i => i.Code).ToHashSet();
        foreach (var rules in Rules.Select(file => File.ReadAllText(Path.Combine(Services(), file))))
        {
            codes.UnionWith(Written().Matches(rules).Select(m => m.Groups[1].Value));
            foreach (Match put in Together().Matches(rules))
                codes.UnionWith(Parts[put.Groups[1].Value].Select(part => part + put.Groups[2].Value));
        }
        return codes;
    }

    static string Services() => Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services");

    static Check Of(string code, Outcome outcome, string message, string remedy) => new() { Code = code, Outcome = outcome, Message = message, Remedy = remedy };

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z]+)+)\"")]
    private static partial Regex Written();

    [GeneratedRegex("\\$\"\\{(what|name)\\}(_[A-Z_]+)\"")]
    private static partial Regex Together();
}
