using Gms.Platform;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Departures;

public sealed class ClearanceRulesTests
{
    static readonly DateOnly In2024 = new(2024, 2, 15);
    static readonly Paper BorderPass = new("BORDER_PASS", null, new(2024, 6, 30));

    static (DepartureStatus Status, IReadOnlyList<string> Missing, IReadOnlyList<Finding> Findings) Decide(Departure departure, ClearanceFacts facts)
    {
        var findings = Given.Rules.Weigh(departure, facts);
        var verdict = Given.Rules.Decide(departure, findings, facts);
        return (verdict.Status, verdict.MissingParts, findings);
    }

    static IEnumerable<string> Refusing(Departure departure, ClearanceFacts facts) => Decide(departure, facts).Findings.Where(f => f.Refuses).Select(f => f.Code);

    static IEnumerable<string> Holding(Departure departure, ClearanceFacts facts) => Decide(departure, facts).Findings.Where(f => f.Holds).Select(f => f.Code);

    [Fact]
    public void A_Lao_garment_worker_in_the_MoU_channel_is_cleared_with_every_check_passed()
    {
        var (status, missing, findings) = Decide(Given.Departure(), Given.Facts());

        Assert.Equal((DepartureStatus.Cleared, 0), (status, missing.Count));
        Assert.All(findings, f => Assert.Equal(Outcome.Pass, f.Outcome));
        Assert.Equal(
            ["CHANNEL_OPEN", "CHECKPOINT_IN_ORIGIN", "CHECKPOINT_OPEN", "MINIMUM_AGE", "TRAVEL_DOCUMENT", "TRAVEL_DOCUMENT_OUTLASTS_CONTRACT", "CONTRACT_REGISTERED", "CONTRACT_FITS", "CONTRACT_WITHIN_PERMIT",
             "FR01", "COVERAGE_COMPULSORY_SCHEMES", "ORIENTATION_CERTIFICATE"],
            findings.Select(f => f.Code));
    }

    [Fact]
    public void A_Khmer_border_pass_worker_in_seasonal_farm_work_was_cleared_while_the_border_was_open()
    {
        var facts = Given.Facts(paper: BorderPass, contract: Given.ContractOf("KH", "BORDER_S64", "AGRICULTURAL_SEASONAL", ends: new(2024, 4, 30)),
            orientation: new(PartAnswer.DepartureOrientation, [Given.Check("ORIENTATION_CERTIFICATE", Outcome.Fail)]));

        var (status, _, findings) = Decide(Given.KhmerBorderWorker(In2024), facts);

        Assert.Equal(DepartureStatus.Cleared, status);
        Assert.Contains(findings, f => f is { Code: "ORIENTATION_CERTIFICATE", Outcome: Outcome.Fail, Decisive: false });    // told, not decisive on this channel
    }

    [Fact]
    public void The_same_case_today_is_held_with_the_closure_and_its_source_named()
    {
        var facts = Given.Facts(paper: BorderPass with { ValidUntil = new(2027, 6, 30) }, contract: Given.ContractOf("KH", "BORDER_S64", "AGRICULTURAL_SEASONAL"));

        var (status, missing, findings) = Decide(Given.KhmerBorderWorker(Given.Day), facts);

        Assert.Equal((DepartureStatus.Held, 0), (status, missing.Count));
        var closure = Assert.Single(findings, f => f.Code == "CHANNEL_OPEN");
        Assert.True(closure.Holds);
        Assert.Contains("Border closed from June 2025", closure.Message, StringComparison.Ordinal);
        Assert.Equal("TH-S64-KH", closure.Source!.Rule);
        Assert.NotEmpty(closure.Source.Text);
    }

    [Theory]
    [InlineData("2025-06-06", DepartureStatus.Cleared)]
    [InlineData("2025-06-07", DepartureStatus.Held)]
    [InlineData("2026-02-28", DepartureStatus.Held)]
    [InlineData("2026-03-01", DepartureStatus.Held)]
    public void The_closure_of_the_Cambodian_border_begins_on_its_day(string day, DepartureStatus expected)
    {
        var facts = Given.Facts(paper: BorderPass with { ValidUntil = new(2027, 6, 30) }, contract: Given.ContractOf("KH", "BORDER_S64", "AGRICULTURAL_SEASONAL"));

        Assert.Equal(expected, Decide(Given.KhmerBorderWorker(DateOnly.Parse(day, null)), facts).Status);
    }

    [Fact]
    public void A_pair_without_a_row_has_no_known_channel_and_waits_for_an_officer()
    {
        var departure = Given.Departure(origin: "VN", destination: "KH", channel: "PROJECT_LABOUR", checkpoint: null);

        Assert.Contains("NO_KNOWN_CHANNEL", Holding(departure, Given.Facts()));
    }

    [Fact]
    public void A_restriction_by_the_state_of_origin_is_told_and_never_enforced()
    {
        var departure = Given.Departure(origin: "MM", checkpoint: "TH-MM-02");

        var (status, _, findings) = Decide(departure, Given.Facts(contract: Given.ContractOf("MM")));

        Assert.Equal(DepartureStatus.Cleared, status);
        Assert.Contains(findings, f => f is { Code: "CHANNEL_RESTRICTED", Outcome: Outcome.Unknown, Decisive: false });
    }

    [Fact]
    public void A_channel_before_its_first_day_has_no_state_and_holds() =>
        Assert.Equal(["CHANNEL_OPEN"], Holding(Given.Departure(day: new(2016, 7, 5)), Given.Facts()));

    [Fact]
    public void A_checkpoint_on_another_border_refuses() =>
        Assert.Equal(["CHECKPOINT_IN_ORIGIN"], Refusing(Given.Departure(checkpoint: "TH-MM-02"), Given.Facts()));

    [Fact]
    public void A_worker_who_is_eighteen_on_the_planned_day_may_go() =>
        Assert.Empty(Refusing(Given.Departure(), Given.Facts(born: new(2008, 12, 1))));

    [Fact]
    public void A_worker_who_is_eighteen_a_day_later_is_refused() =>
        Assert.Equal(["MINIMUM_AGE"], Refusing(Given.Departure(), Given.Facts(born: new(2008, 12, 2))));

    [Fact]
    public void A_birth_date_that_leaves_the_age_open_holds() =>
        Assert.Equal(["MINIMUM_AGE"], Holding(Given.Departure(), Given.Facts(born: new(2008, 0, 0))));

    [Fact]
    public void A_passport_that_ends_on_the_planned_day_is_valid() =>
        Assert.Empty(Refusing(Given.Departure(), Given.Facts(paper: new("PASSPORT", null, Given.Day))));

    [Theory]
    [InlineData("PASSPORT", "2026-11-30")]
    [InlineData("BORDER_PASS", "2031-05-01")]
    public void A_paper_that_has_ended_or_is_of_another_kind_refuses(string kind, string until) =>
        Assert.Equal(["TRAVEL_DOCUMENT"], Refusing(Given.Departure(), Given.Facts(paper: new(kind, null, DateOnly.Parse(until, null)))));

    [Fact]
    public void A_paper_that_is_not_valid_yet_refuses() =>
        Assert.Equal(["TRAVEL_DOCUMENT"], Refusing(Given.Departure(), Given.Facts(paper: new("PASSPORT", Given.Day.AddDays(1), null))));

    [Fact]
    public void A_passport_that_ends_before_the_contract_is_a_warning()
    {
        var (status, _, findings) = Decide(Given.Departure(), Given.Facts(paper: new("PASSPORT", null, new(2027, 1, 1))));

        Assert.Equal(DepartureStatus.Cleared, status);
        Assert.Contains(findings, f => f is { Code: "TRAVEL_DOCUMENT_OUTLASTS_CONTRACT", Outcome: Outcome.Fail });
    }

    [Theory]
    [InlineData("Recruitment", "RECRUITMENT_NOT_ANSWERED")]
    [InlineData("SocialSecurity", "SOCIAL_SECURITY_NOT_ANSWERED")]
    [InlineData("DepartureOrientation", "DEPARTURE_ORIENTATION_NOT_ANSWERED")]
    public void A_part_that_does_not_answer_holds_and_is_waited_for(string part, string code)
    {
        var facts = Given.Facts();
        facts = part switch
        {
            PartAnswer.Recruitment => facts with { Recruitment = PartAnswer.Missing(part), Contract = null },
            PartAnswer.SocialSecurity => facts with { SocialSecurity = PartAnswer.Missing(part) },
            _ => facts with { DepartureOrientation = PartAnswer.Missing(part) },
        };

        var (status, missing, findings) = Decide(Given.Departure(), facts);

        Assert.Equal(DepartureStatus.Held, status);
        Assert.Equal([part], missing);
        Assert.Equal([code], findings.Where(f => f.Holds).Select(f => f.Code));
    }

    [Fact]
    public void A_part_that_would_not_answer_waits_for_an_officer()
    {
        var (status, missing, findings) = Decide(Given.Departure(), Given.Facts(socialSecurity: PartAnswer.Refused(PartAnswer.SocialSecurity, "unknown scheme")));

        Assert.Equal((DepartureStatus.Held, 0), (status, missing.Count));
        Assert.Equal(["SOCIAL_SECURITY_REFUSED"], findings.Where(f => f.Holds).Select(f => f.Code));
    }

    [Theory]
    [InlineData(Outcome.Fail, Confidence.High, true, DepartureStatus.Refused)]
    [InlineData(Outcome.Fail, Confidence.Medium, true, DepartureStatus.Refused)]
    [InlineData(Outcome.Fail, Confidence.Low, true, DepartureStatus.Cleared)]
    [InlineData(Outcome.Fail, Confidence.Unspecified, true, DepartureStatus.Cleared)]
    [InlineData(Outcome.Fail, Confidence.High, false, DepartureStatus.Cleared)]
    [InlineData(Outcome.Unknown, Confidence.High, true, DepartureStatus.Held)]
    [InlineData(Outcome.Unknown, Confidence.Medium, true, DepartureStatus.Held)]
    [InlineData(Outcome.Unknown, Confidence.Low, true, DepartureStatus.Cleared)]
    [InlineData(Outcome.Unknown, Confidence.High, false, DepartureStatus.Cleared)]
    [InlineData(Outcome.NotApplicable, Confidence.High, true, DepartureStatus.Cleared)]
    public void What_follows_from_a_check_is_one_table(Outcome outcome, Confidence confidence, bool decisive, DepartureStatus expected) =>
        Assert.Equal(expected, Decide(Given.Departure(), Given.Facts(recruitment: new(PartAnswer.Recruitment, [Given.Check("FR01", outcome, confidence, decisive)]))).Status);

    [Theory]
    [InlineData(Outcome.Fail, DepartureStatus.Refused)]
    [InlineData(Outcome.Unknown, DepartureStatus.Held)]
    public void A_check_that_the_data_names_decides_whatever_its_service_says(Outcome outcome, DepartureStatus expected) =>
        Assert.Equal(expected, Decide(Given.Departure(), Given.Facts(socialSecurity: new(PartAnswer.SocialSecurity, [Given.Check("COVERAGE_COMPULSORY_SCHEMES", outcome, decisive: false)]))).Status);

    [Fact]
    public void A_check_without_a_source_is_the_registry_s_own_and_certain() =>
        Assert.Equal(DepartureStatus.Refused, Decide(Given.Departure(), Given.Facts(recruitment: new(PartAnswer.Recruitment, [Given.Check("FR01", Outcome.Fail, confidence: null)]))).Status);

    [Fact]
    public void Every_reason_is_told_at_once() => Assert.Equal(
        ["CHECKPOINT_IN_ORIGIN", "MINIMUM_AGE", "TRAVEL_DOCUMENT", "CONTRACT_FITS", "FR01", "ORIENTATION_CERTIFICATE"],
        Refusing(Given.Departure(checkpoint: "TH-MM-02", employment: "DOMESTIC"), Given.Facts(
            born: new(2012, 1, 1), paper: new("PINK_CARD", null, null),
            recruitment: new(PartAnswer.Recruitment, [Given.Check("FR01", Outcome.Fail)]),
            orientation: new(PartAnswer.DepartureOrientation, [Given.Check("ORIENTATION_CERTIFICATE", Outcome.Fail)]))));

    [Fact]
    public void A_refusal_goes_before_a_hold() =>
        Assert.Equal(DepartureStatus.Refused, Decide(Given.Departure(), Given.Facts(born: new(2012, 1, 1), socialSecurity: PartAnswer.Missing(PartAnswer.SocialSecurity))).Status);

    [Fact]
    public void Without_a_registered_contract_the_MoU_channel_refuses() =>
        Assert.Equal(["CONTRACT_REGISTERED"], Refusing(Given.Departure(), Given.Facts(withoutContract: true)));

    [Fact]
    public void Without_a_contract_the_border_pass_channel_weighs_no_recruitment()
    {
        var facts = Given.Facts(paper: BorderPass, withoutContract: true, recruitment: new(PartAnswer.Recruitment, [Given.Check("FR16", Outcome.Fail)]));

        Assert.Equal(DepartureStatus.Cleared, Decide(Given.KhmerBorderWorker(In2024), facts).Status);
    }

    [Theory]
    [InlineData("KH", "MOU_S59", "FORMAL", "2028-11-30")]
    [InlineData("LA", "BORDER_S64", "FORMAL", "2028-11-30")]
    [InlineData("LA", "MOU_S59", "DOMESTIC", "2028-11-30")]
    [InlineData("LA", "MOU_S59", "FORMAL", "2026-11-30")]
    public void A_contract_for_another_way_work_or_time_refuses(string origin, string channel, string employment, string ends) =>
        Assert.Equal(["CONTRACT_FITS"], Refusing(Given.Departure(), Given.Facts(contract: Given.ContractOf(origin, channel, employment, ends: DateOnly.Parse(ends, null)))));

    [Fact]
    public void An_agency_is_told_nothing_under_another_agency_s_contract()
    {
        var (status, _, findings) = Decide(Given.Departure(agency: Guid.NewGuid()), Given.Facts(born: new(2012, 1, 1)));

        Assert.Equal(DepartureStatus.Refused, status);
        Assert.Equal(["CONTRACT_OF_AGENCY"], findings.Select(f => f.Code));
    }

    [Fact]
    public void An_agency_is_told_nothing_of_the_person_while_nobody_says_whose_contract_it_is()
    {
        var facts = Given.Facts(born: new(2012, 1, 1), recruitment: PartAnswer.Missing(PartAnswer.Recruitment), withoutContract: true);

        var (status, missing, findings) = Decide(Given.Departure(agency: Given.Agency), facts);

        Assert.Equal(DepartureStatus.Held, status);
        Assert.Equal([PartAnswer.Recruitment], missing);
        Assert.Equal(["CHANNEL_OPEN", "CHECKPOINT_IN_ORIGIN", "CHECKPOINT_OPEN", "RECRUITMENT_NOT_ANSWERED"], findings.Select(f => f.Code));
    }

    /// <summary>Four years in Thailand, home on 1 March 2021: with a break of 30 days the first day to leave again was 1 April, until the break was waived.</summary>
    [Theory]
    [InlineData("2017-02-28", "2021-03-01", "2021-03-20", Outcome.Fail)]
    [InlineData("2017-02-28", "2021-03-01", "2021-03-31", Outcome.Fail)]
    [InlineData("2017-02-28", "2021-03-01", "2021-04-01", Outcome.Pass)]
    [InlineData("2019-02-28", "2021-03-01", "2021-03-20", Outcome.Pass)]
    [InlineData("2019-05-20", "2023-05-21", "2023-05-31", Outcome.Fail)]
    [InlineData("2019-05-20", "2023-05-21", "2023-06-01", null)]
    public void After_the_longest_stay_a_break_is_asked_for_until_it_was_waived(string from, string to, string planned, Outcome? expected)
    {
        var facts = Given.Facts() with { LastStay = new(DateOnly.Parse(from, null), DateOnly.Parse(to, null)) };

        var finding = Decide(Given.Departure(day: DateOnly.Parse(planned, null)), facts).Findings.SingleOrDefault(f => f.Code == "BREAK_BETWEEN_STAYS");

        Assert.Equal(expected, finding?.Outcome);
    }

    [Theory]
    [InlineData("2028-12-01", Outcome.Pass, "within a first permit")]
    [InlineData("2028-12-02", Outcome.Pass, "has to be extended by 2028-12-01")]
    [InlineData("2030-12-01", Outcome.Pass, "has to be extended")]
    [InlineData("2030-12-02", Outcome.Fail, "2030-12-01")]
    public void A_contract_is_weighed_against_the_permit_of_its_channel(string ends, Outcome expected, string says)
    {
        var finding = Decide(Given.Departure(), Given.Facts(contract: Given.ContractOf(ends: DateOnly.Parse(ends, null)))).Findings.Single(f => f.Code == "CONTRACT_WITHIN_PERMIT");

        Assert.Equal((expected, false), (finding.Outcome, finding.Decisive));
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    /// <summary>For whoever tells a check by its code: the days, kinds and fields of the sentence. What an agency is not told has none.</summary>
    [Fact]
    public void What_a_sentence_names_is_told_apart_from_it()
    {
        var facts = Given.Facts(contract: Given.ContractOf(ends: DateOnly.Parse("2030-12-02", null))) with { LastStay = new(DateOnly.Parse("2017-02-28", null), DateOnly.Parse("2021-03-01", null)) };
        var checks = Decide(Given.Departure(day: DateOnly.Parse("2021-03-20", null)), facts).Findings.ToDictionary(f => f.Code, f => f.ToProto(forAgency: false));

        Assert.Equal(["2021-04-01"], checks["BREAK_BETWEEN_STAYS"].Values);
        Assert.Equal(["18"], checks["MINIMUM_AGE"].Values);
        Assert.Contains("PASSPORT", checks["TRAVEL_DOCUMENT"].Values);
        Assert.Empty(checks["CONTRACT_REGISTERED"].Values);
        var withheld = new Finding("FR04", Outcome.Fail, "m") { OfficersOnly = true, Values = "a,b" };
        Assert.Equal((2, 0), (withheld.ToProto(forAgency: false).Values.Count, withheld.ToProto(forAgency: true).Values.Count));
    }
}
