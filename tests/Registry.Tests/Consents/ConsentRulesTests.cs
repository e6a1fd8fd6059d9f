using Gms.Platform;
using Gms.Registry.Consents;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Consents;

public sealed class ConsentRulesTests
{
    static readonly PurposeTable Table = PurposeTable.Load();

    static readonly HashSet<string> Nobody = [];

    [Fact]
    public void Every_purpose_of_the_contract_has_a_ground_for_everybody()
    {
        var purposes = Enum.GetValues<Purpose>().Where(p => p is not Purpose.Unspecified).ToList();

        Assert.Equal(purposes.Order(), Table.Purposes.Order());
        Assert.All(purposes, p => Assert.NotNull(Table.GroundOf(p, Nobody, holdsTheRecord: true)));
    }

    [Fact]
    public void Every_purpose_that_rests_on_consent_has_a_text_in_the_languages_of_all_six_countries()
    {
        var consented = Table.Purposes.Where(Table.RestsOnConsentForSomebody).ToList();

        Assert.Equal([Purpose.Recruitment, Purpose.Reintegration, Purpose.Complaint], consented.Order());
        Assert.All(consented, p => Assert.Equal(["en", "km", "lo", "my", "th", "vi", "zh"], Table.TextOf(p).Texts.Keys.Order(StringComparer.Ordinal)));
        Assert.All(Table.Texts, t => Assert.True(t.NeedsReview));
    }

    [Theory]
    [InlineData(Purpose.Recruitment, Role.AgencyOfficer, true, true)]
    [InlineData(Purpose.Recruitment, Role.MinistryOfficer, true, false)]
    [InlineData(Purpose.Complaint, Role.CivilSocietyOfficer, true, true)]
    [InlineData(Purpose.Complaint, Role.Inspector, false, false)]
    [InlineData(Purpose.Reintegration, Role.ReintegrationCounsellor, true, false)]
    [InlineData(Purpose.Reintegration, Role.ReintegrationCounsellor, false, true)]
    [InlineData(Purpose.DepartureClearance, Role.AgencyOfficer, false, false)]
    [InlineData(Purpose.BorderControl, Role.BorderOfficer, false, false)]
    public void Consent_is_asked_exactly_where_nothing_else_allows_the_read(Purpose purpose, string role, bool holds, bool needed) =>
        Assert.Equal(needed, Table.GroundOf(purpose, new HashSet<string> { role }, holds).Basis is LegalBasis.Consent);

    [Fact]
    public void A_consent_with_a_file_number_is_recorded_by_an_officer_and_without_one_by_the_worker()
    {
        Assert.Empty(Broken(Given()));
        Assert.Empty(Broken(Given(manner: ConsentManner.OrallyWithWitness)));
        Assert.Empty(Broken(Given(manner: ConsentManner.SignedIn, evidence: null), byTheWorker: true));
    }

    [Fact]
    public void An_officer_without_evidence_is_refused() => Assert.Equal(["CONSENT_EVIDENCE_MISSING"], Broken(Given(evidence: null)));

    [Fact]
    public void Nobody_signs_in_for_a_worker() => Assert.Equal(["CONSENT_HOW_NOT_POSSIBLE"], Broken(Given(manner: ConsentManner.SignedIn)));

    [Fact]
    public void A_signed_in_worker_needs_no_paper() => Assert.Equal(["CONSENT_HOW_NOT_POSSIBLE"], Broken(Given(), byTheWorker: true));

    [Fact]
    public void Nobody_is_asked_to_agree_to_what_rests_on_law() => Assert.Equal(["CONSENT_NOT_NEEDED"], Broken(Given(Purpose.BorderControl)));

    [Theory]
    [InlineData(2, "lo")]
    [InlineData(1, "fr")]
    public void A_text_that_there_is_not_was_not_shown(int version, string language) => Assert.Equal(["CONSENT_TEXT_UNKNOWN"], Broken(Given(version: version, language: language)));

    [Fact]
    public void Only_the_newest_text_is_agreed_to()
    {
        var texts = new Dictionary<string, string> { ["lo"] = "…" };
        PurposeTable two = new(
            [new("complaint", [new(["*"], LegalBasis.Consent, null, "low")])],
            [new("complaint", 2, true, texts), new("complaint", 1, true, texts)]);

        Assert.Equal(["CONSENT_TEXT_OUTDATED"], ConsentRules.ToRecord(Given(), two, byTheWorker: false).Select(p => p.Code));
        Assert.Empty(ConsentRules.ToRecord(Given(version: 2), two, byTheWorker: false));
    }

    [Fact]
    public void A_consent_is_withdrawn_once()
    {
        var consent = Given();
        Assert.Empty(ConsentRules.ToWithdraw(consent));

        consent.Withdraw(DateTimeOffset.UnixEpoch);

        Assert.Equal(["CONSENT_WITHDRAWN_ALREADY"], ConsentRules.ToWithdraw(consent).Select(p => p.Code));
    }

    static IEnumerable<string> Broken(Consent consent, bool byTheWorker = false) => ConsentRules.ToRecord(consent, Table, byTheWorker).Select(p => p.Code);

    static Consent Given(Purpose purpose = Purpose.Complaint, int version = 1, string language = "lo", ConsentManner manner = ConsentManner.InWriting, string? evidence = "2026/7") => new()
    {
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        Purpose = purpose,
        GivenTo = "office",
        TextVersion = version,
        Language = language,
        Manner = manner,
        EvidenceReference = evidence,
        GivenAt = DateTimeOffset.UnixEpoch,
    };
}
