using System.Globalization;
using System.Text;
using Gms.Imports.V1;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.Reintegration.V1;
using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;
using Xunit;

namespace Gms.Journeys;

/// <summary>Returns that lead somewhere, through every service and the broker: one planned before it happened, one out of distress with wages repaid, many in one import, and one of whom everything told is forgotten.</summary>
public sealed class ComingHomeTests(WholeSystem whole)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    readonly Cases.CasesClient _cases = new(whole.Offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
    readonly Referrals.ReferralsClient _referrals = new(whole.Offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
    readonly Referrals.ReferralsClient _body = new(whole.Offices.To("Reintegration", Account.Partner("LA"), "reintegration"));

    [Fact]
    public async Task A_return_planned_with_consent_ends_with_the_skill_recognised_and_the_body_reads_no_more_once_access_is_revoked()
    {
        var worker = await Enrolled();
        var held = (await _cases.OpenCaseAsync(new() { RequestId = Given.NewId(), Country = "LA", WorkerNumber = worker, From = "TH", Reason = "END_CONTRACT", ReturnedOn = In(14), Consent = Consent() }, cancellationToken: Cancel)).CaseId;
        Assert.Equal(CaseState.BeforeReturn, (await Shown(held)).State);
        await _cases.AssignCounsellorAsync(new() { RequestId = Given.NewId(), CaseId = held, Counsellor = Given.NewId() }, cancellationToken: Cancel);
        await Returned(worker, "END_CONTRACT");
        await Given.Until(async () => (await Shown(held)).State == CaseState.Assigned, "the return joins the case that waited for it", Cancel);
        Assert.Single((await _cases.ListCasesAsync(new() { Country = "LA", WorkerNumber = worker }, cancellationToken: Cancel)).Cases);

        var skills = new Skills.SkillsClient(whole.Offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
        var skill = (await skills.RecordSkillAsync(new() { RequestId = Given.NewId(), CaseId = held, Occupation = "8153", Months = 30, LearnedIn = "TH", Certificates = { "Sewing, level 2" } }, cancellationToken: Cancel)).SkillId;
        var referral = (await _referrals.SendReferralAsync(new() { RequestId = Given.NewId(), CaseId = held, PartnerId = await Partner(), Service = "S08", Needed = "Recognise the skill", Consent = Consent(), SkillIds = { skill } }, cancellationToken: Cancel)).ReferralId;
        Assert.Equal("8153", Assert.Single((await _body.GetReferralAsync(new() { ReferralId = referral }, cancellationToken: Cancel)).Referral.Skills).Occupation);
        await _body.AnswerReferralAsync(new() { RequestId = Given.NewId(), ReferralId = referral, Answer = ReferralAnswer.Accept }, cancellationToken: Cancel);
        await _body.FinishReferralAsync(new() { RequestId = Given.NewId(), ReferralId = referral, Result = ReferralResult.Recognised, Reply = "Level 2." }, cancellationToken: Cancel);
        Assert.Equal(ReferralResult.Recognised, Assert.Single(Assert.Single((await skills.ListSkillsAsync(new() { CaseId = held }, cancellationToken: Cancel)).Skills).Recognitions).Result);

        await _referrals.RevokeReferralAsync(new() { RequestId = Given.NewId(), ReferralId = referral, Reason = "It is done." }, cancellationToken: Cancel);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _body.GetReferralAsync(new() { ReferralId = referral }, cancellationToken: Cancel));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain((await _body.ListReferralsAsync(new() { PageSize = 200 }, cancellationToken: Cancel)).Referrals, r => r.ReferralId == referral);
    }

    [Fact]
    public async Task A_return_out_of_distress_goes_first_and_the_unpaid_wages_are_claimed_and_repaid()
    {
        var worker = await Enrolled();
        var back = await Returned(worker, "ABUSE");
        var held = "";
        await Given.Until(async () => (held = (await _cases.ListCasesAsync(new() { Country = "LA", WorkerNumber = worker }, cancellationToken: Cancel)).Cases.SingleOrDefault(c => c.ReturnId == back)?.CaseId ?? "").Length > 0, "the return opens a case", Cancel);
        await _cases.RecordSignAsync(new() { RequestId = Given.NewId(), CaseId = held, Sign = "UNPAID_WAGES", SeenOn = In(0), SaidBy = SaidBy.Worker, Reason = "Two months were not paid." }, cancellationToken: Cancel);
        var triage = (await Shown(held)).Triage;
        Assert.True(triage.Urgent);
        Assert.Equal(["VIOLENCE", "UNPAID_WAGES"], triage.Reasons.Select(r => r.Sign));
        await _cases.AssignCounsellorAsync(new() { RequestId = Given.NewId(), CaseId = held, Counsellor = Given.NewId() }, cancellationToken: Cancel);

        var claims = new Claims.ClaimsClient(whole.Offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
        var found = await claims.FindClaimsAsync(new() { RequestId = Given.NewId(), CaseId = held }, cancellationToken: Cancel);
        Assert.Empty(found.NotAnswered);
        var wages = (await claims.ListClaimsAsync(new() { CaseId = held }, cancellationToken: Cancel)).Claims.Single(c => c.Kind == ClaimKind.Wages);
        Assert.Equal(ClaimState.ToAsk, wages.State);
        AsyncUnaryCall<MoveClaimResponse> Move(ClaimState state, string next, Action<MoveClaimRequest>? more = null)
        {
            var request = new MoveClaimRequest { RequestId = Given.NewId(), ClaimId = wages.ClaimId, State = state, NextStep = next, Note = "As told." };
            more?.Invoke(request);
            return claims.MoveClaimAsync(request, cancellationToken: Cancel);
        }
        await Move(ClaimState.ToFile, "File it with the labour office there", r => r.Amount = new() { Minor = 2_600_000, Currency = "THB" });
        await Move(ClaimState.Filed, "Wait for the decision");
        await Move(ClaimState.Awarded, "Wait for the money");
        await Move(ClaimState.Paid, "", r => (r.Amount, r.SettledOn, r.Evidence) = (new Money { Minor = 2_600_000, Currency = "THB" }, In(0), "receipt-1"));

        await Given.Until(async () => (await new Gms.Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("LA"), "complaint")).GetJourneyAsync(new() { WorkerNumber = worker }, cancellationToken: Cancel))
            .Entries.Any(e => e.Name == "gms.reintegration.claim-settled:1" && e.SubjectId == wages.ClaimId), "the repaid claim stands on the timeline", Cancel);
    }

    [Fact]
    public async Task Many_who_come_home_in_one_import_have_a_case_each_in_order_of_triage()
    {
        var workers = new List<string>();
        for (var i = 0; i < 30; i++)
            workers.Add(await Enrolled());
        var rows = workers.Select((w, i) => $"{w},{(i % 10 == 3 ? "ABUSE" : i % 5 == 1 ? "ILLNESS" : "FORCED_CONFLICT")},TH,{Iso(In(0))}");
        using var stream = new Returns.ReturnsClient(whole.Offices.To("Registry", Account.Ministry("LA"), "reintegration")).ImportReturnsCsv(cancellationToken: Cancel);
        await stream.RequestStream.WriteAsync(new() { Header = new ImportHeader { ImportId = Given.NewId(), Country = "LA" } }, Cancel);
        await stream.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes("worker_number,reason,from,returned_on\n" + string.Join('\n', rows) + "\n")) }, Cancel);
        await stream.RequestStream.CompleteAsync();
        Assert.Equal(workers.Count, (await stream).Progress.Accepted);

        var mine = new List<Case>();
        await Given.Until(async () => (mine = await OfThese(workers)).Count == workers.Count, "everybody has a case", Cancel);
        Assert.Equal(mine.Select(c => c.Triage.Order).OrderDescending(), mine.Select(c => c.Triage.Order));
        Assert.Equal(["ABUSE", "ILLNESS", "FORCED_CONFLICT"], mine.Select(c => c.Reason).Distinct());
    }

    [Fact]
    public async Task When_two_officers_erase_a_worker_what_was_told_at_home_goes_and_the_partner_reads_no_more()
    {
        var worker = await Enrolled();
        await Returned(worker, "ILLNESS");
        var held = "";
        await Given.Until(async () => (held = (await _cases.ListCasesAsync(new() { Country = "LA", WorkerNumber = worker }, cancellationToken: Cancel)).Cases.SingleOrDefault()?.CaseId ?? "").Length > 0, "the return opens a case", Cancel);
        await _cases.AssignCounsellorAsync(new() { RequestId = Given.NewId(), CaseId = held, Counsellor = Given.NewId() }, cancellationToken: Cancel);
        await _cases.RecordSignAsync(new() { RequestId = Given.NewId(), CaseId = held, Sign = "DEBT", SeenOn = In(0), SaidBy = SaidBy.Worker, Reason = "Owes the lender in the village." }, cancellationToken: Cancel);
        var skills = new Skills.SkillsClient(whole.Offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
        var skill = (await skills.RecordSkillAsync(new() { RequestId = Given.NewId(), CaseId = held, Occupation = "8153", Months = 30, LearnedIn = "TH", Certificates = { "Sewing, level 2" } }, cancellationToken: Cancel)).SkillId;
        var referral = (await _referrals.SendReferralAsync(new() { RequestId = Given.NewId(), CaseId = held, PartnerId = await Partner(), Service = "S08", Needed = "Recognise the skill", Consent = Consent(), SkillIds = { skill } }, cancellationToken: Cancel)).ReferralId;
        Assert.Equal("Recognise the skill", (await _body.GetReferralAsync(new() { ReferralId = referral }, cancellationToken: Cancel)).Referral.Needed);

        var erasure = (await new Erasures.ErasuresClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).RequestErasureAsync(
            new() { RequestId = Given.NewId(), WorkerNumber = worker, Ground = ErasureGround.Ordered, Reference = "2026/11" }, cancellationToken: Cancel)).ErasureId;
        await new Erasures.ErasuresClient(whole.Offices.To("Registry", Account.SecondOfficer("LA"), "enrolment")).DecideErasureAsync(
            new() { RequestId = Given.NewId(), ErasureId = erasure, Approve = true, Reason = "As the file says." }, cancellationToken: Cancel);

        await Given.Until(async () => Assert.Single((await Shown(held)).Signs).Reason.Length == 0, "what was told is gone", Cancel);
        Assert.Empty(Assert.Single((await skills.ListSkillsAsync(new() { CaseId = held }, cancellationToken: Cancel)).Skills).Certificates);
        Assert.Equal((worker, "ILLNESS"), ((await Shown(held)).WorkerNumber, (await Shown(held)).Reason));
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await _body.GetReferralAsync(new() { ReferralId = referral }, cancellationToken: Cancel))).StatusCode);
    }

    /// <summary>The cases of these workers as the country's list has them.</summary>
    async Task<List<Case>> OfThese(List<string> workers)
    {
        var found = new List<Case>();
        for (var token = ""; ;)
        {
            var page = await _cases.ListCasesAsync(new() { Country = "LA", State = CaseState.Opened, PageSize = 200, PageToken = token }, cancellationToken: Cancel);
            found.AddRange(page.Cases.Where(c => workers.Contains(c.WorkerNumber)));
            if ((token = page.NextPageToken).Length == 0)
                return found;
        }
    }

    async Task<string> Enrolled() => (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
    {
        RequestId = Given.NewId(),
        Country = "LA",
        Names = { new PersonName { Full = $"{Given.Word()} {Given.Word()}" } },
        BirthDate = new() { Year = 1990, Month = 5 },
        Sex = Sex.Female,
        Nationality = "LA",
        Province = "LA-SV",
        Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + Given.NewId()[..8], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
    }, cancellationToken: Cancel)).WorkerNumber;

    async Task<string> Returned(string worker, string reason) => (await new Returns.ReturnsClient(whole.Offices.To("Registry", Account.Ministry("LA"), "reintegration")).RecordReturnAsync(
        new() { RequestId = Given.NewId(), WorkerNumber = worker, Reason = reason, From = "TH", To = "LA", ReturnedOn = In(0) }, cancellationToken: Cancel)).ReturnId;

    async Task<string> Partner()
    {
        var partners = new Partners.PartnersClient(whole.Offices.To("Reintegration", Account.Ministry("LA"), "reintegration"));
        var organisation = Journey.IdOf("organisation LA Partner");
        string? known = null;
        await Given.Until(async () =>
        {
            known = (await partners.ListPartnersAsync(new() { Country = "LA", Service = "S08" }, cancellationToken: Cancel)).Partners.FirstOrDefault(p => p.Organisation == organisation)?.PartnerId;
            if (known is null)
                try
                {
                    await partners.RegisterPartnerAsync(new() { RequestId = Given.NewId(), Country = "LA", Name = "Demonstration partner", Organisation = organisation, Services = { "S08" } }, cancellationToken: Cancel);
                }
                catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
                {
                    // Another journey was faster; its partner is listed.
                }
            return known is not null;
        }, "the partner is registered", Cancel);
        return known!;
    }

    async Task<Case> Shown(string held) => (await _cases.GetCaseAsync(new() { CaseId = held }, cancellationToken: Cancel)).Case;

    static Gms.Reintegration.V1.Consent Consent() => new() { GivenOn = In(0), Form = ConsentForm.Signed, Language = "lo" };

    static Date In(int days)
    {
        var day = DateOnly.FromDateTime(DateTimeOffset.UtcNow.AddHours(7).DateTime).AddDays(days);
        return new() { Year = day.Year, Month = day.Month, Day = day.Day };
    }

    static string Iso(Date day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
}
