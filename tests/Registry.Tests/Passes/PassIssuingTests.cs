using System.Security.Cryptography;
using Gms.Credentials;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Gms.Registry.Passes;
using Gms.Registry.Tests.Departures;
using Gms.Registry.Workers;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Passes;

public sealed class PassIssuingTests
{
    static readonly PassTerms Terms = new(CorridorTable.Load(), new(), DecisiveChecks.Load());
    static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    static DeparturePass Claims(Departure? departure = null, IReadOnlyList<WorkerName>? names = null, IReadOnlyList<PassPaper>? papers = null, IReadOnlyList<Finding>? findings = null, ContractFacts? contract = null, PartialDate? born = null) =>
        PassIssuing.Claims(
            departure ?? Given.Departure(),
            new("LA-7KQ2-M9XD-R", names ?? [Name("Example Person")], born ?? new(1999, 7, 0), Sex.Female, papers ?? [Paper()], null!),
            findings ?? [],
            contract,
            Terms,
            new(Guid.Parse("019a0000-0000-7000-8000-0000000000b1"), new(1, Key), new(65536 * 3 + 7), new(2026, 11, 24, 5, 0, 0, 999, TimeSpan.Zero)));

    static WorkerName Name(string full, string script = "Latn", int position = 0) => new() { Position = position, Full = full, Script = script };

    static PassPaper Paper(string kind = "LA_PASSPORT", DateOnly? until = null, string? number = "PA 12-34567", byte id = 1) => new(new Guid(id, 0, 0, new byte[8]), kind, until ?? new(2031, 5, 1), () => number);

    [Fact]
    public void It_says_what_the_decision_and_the_record_say()
    {
        var claims = Claims(
            findings: [Finding.Of(Given.Check(PassIssuing.CoverageCheck, Outcome.Pass), true), Finding.Of(Given.Check(PassIssuing.OrientationCheck, Outcome.NotApplicable), true)],
            contract: new() { EmployerName = "Example Garment Co., Ltd.", ContractHash = "00112233445566778899aabbccddeeff" });

        Assert.Equal(("E*** P***", 1999, "F", "PASSPORT", "4567"), (claims.MaskedName, claims.BirthYear, claims.Sex, claims.DocumentKind, claims.DocumentEnd));
        Assert.Equal(("LA", "TH", "MOU_S59", "TH-LA-01", "Example Garment Co., Ltd."), (claims.Origin, claims.Destination, claims.Channel, claims.Checkpoint, claims.Employer));
        Assert.Equal("0011223344556677", Convert.ToHexStringLower(claims.ContractHash!));
        Assert.Equal((PassMark.Pass, PassMark.NotApplicable), (claims.Coverage, claims.Orientation));
        Assert.Equal(("urn:gms:status:LA:3", 7), (claims.StatusUri, claims.StatusIndex));
    }

    [Theory]
    [InlineData("MOU_S59", Outcome.Fail, PassMark.Fail)]
    [InlineData("MOU_S59", Outcome.Unknown, PassMark.Unknown)]
    [InlineData("BORDER_S64", Outcome.Fail, PassMark.NotApplicable)]
    public void What_is_not_in_order_is_told_where_the_channel_asks_for_it_though_it_only_warns(string channel, Outcome outcome, PassMark mark)
    {
        var warned = Finding.Of(Given.Check(PassIssuing.OrientationCheck, outcome), true) with { Confidence = Confidence.Low, Decisive = false };

        Assert.Equal(mark, Claims(Given.Departure(channel: channel), findings: [warned]).Orientation);
    }

    [Fact]
    public void What_a_former_departure_answers_for_is_not_asked_for_again()
    {
        var spared = DecisiveChecks.Load().Repeat("MOU_S59")!.Checks;
        Assert.Contains(PassIssuing.OrientationCheck, spared);
        var warned = Finding.Of(Given.Check(PassIssuing.OrientationCheck, Outcome.Fail), true) with { Decisive = false };

        Assert.Equal(PassMark.NotApplicable, Claims(findings: [warned, new(ClearanceRules.RepeatCheck, Outcome.Pass, "")]).Orientation);
        Assert.Equal(PassMark.Fail, Claims(findings: [warned, new(ClearanceRules.RepeatCheck, Outcome.Pass, "") { Confidence = Confidence.Low }]).Orientation);
    }

    [Fact]
    public void What_nobody_said_is_unknown_and_never_a_pass() => Assert.Equal((PassMark.Unknown, PassMark.Unknown), (Claims().Coverage, Claims().Orientation));

    [Fact]
    public void It_is_valid_from_the_planned_day_there_to_the_end_of_the_thirtieth_day_after()
    {
        var claims = Claims();

        Assert.Equal(new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero), claims.NotBefore);    // midnight in Vientiane
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero), claims.ExpiresAt);
    }

    [Fact]
    public void It_never_outlasts_the_paper() => Assert.Equal(new DateTimeOffset(2026, 12, 5, 17, 0, 0, TimeSpan.Zero), Claims(papers: [Paper(until: new(2026, 12, 5))]).ExpiresAt);

    [Fact]
    public void Of_several_papers_it_names_one_of_the_channel_s_that_lasts_longest()
    {
        Assert.Equal("1111", Claims(papers: [Paper("OTHER_DOCUMENT", new(2040, 1, 1), "9999"), Paper(until: new(2030, 1, 1), number: "0000"), Paper(until: new(2031, 1, 1), number: "1111")]).DocumentEnd);
        Assert.Null(Claims(papers: [Paper(until: new(2026, 11, 30))]).DocumentEnd);
    }

    [Theory]
    [InlineData("Example Person", "E*** P***")]
    [InlineData("U Ba", "U*** B***")]
    [InlineData("  Ó   Nguyễn ", "Ó*** N***")]
    [InlineData("A B C D E F", "A*** B*** C*** D***")]
    [InlineData("", "***")]
    public void A_name_shows_the_first_letter_of_each_word(string name, string masked) => Assert.Equal(masked, Claims(names: [Name(name)]).MaskedName);

    [Fact]
    public void The_name_in_latin_script_is_preferred_and_a_letter_keeps_its_marks()
    {
        Assert.Equal("E***", Claims(names: [Name("ກຸ້ງ ນ້ຳ", "Laoo"), Name("Example", position: 1)]).MaskedName);
        Assert.Equal("ກຸ້*** ນ້ຳ***", Claims(names: [Name("ກຸ້ງ ນ້ຳ", "Laoo")]).MaskedName);
    }

    /// <summary>The longest value of each code list that is data, the longest names, and numbers that do not shorten.</summary>
    [Fact]
    public void The_longest_pass_fits_a_qr_code_of_version_15_m()
    {
        var corridors = CorridorTable.Load();
        var longest = Given.Departure(channel: corridors.Channels.MaxBy(c => c.Length)!, checkpoint: CheckpointTable.Load().Codes.MaxBy(c => c.Length), day: new(2037, 12, 31));
        var claims = Claims(
            longest,
            names: [Name("ကြွေ့ ကြွေ့ ကြွေ့ ကြွေ့", "Mymr")],
            papers: [Paper(new DocumentKinds().Codes.MaxBy(c => new DocumentKinds().Family(c).Length)!, new(2099, 1, 1), "ກຂຄງ")],
            contract: new() { EmployerName = new('ဿ', 90), ContractHash = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) }) with
        {
            StatusIndex = StatusList.Size - 1,
            StatusUri = StatusList.UriOf("LA", 99_999),
            PassId = new Guid(RandomNumberGenerator.GetBytes(16)),
        };

        var text = PassText.Sign(claims, Key);
        using var code = QrPicture.Code(text);

        var modules = code.ModuleMatrix.Count - 8;    // without the quiet zone
        Assert.True((modules - 17) / 4 <= QrPicture.LargestVersion, $"{text.Length} characters are version {(modules - 17) / 4}");
        Assert.Equal(claims.ToClaims(), PassText.Read(text).Payload);
    }
}
