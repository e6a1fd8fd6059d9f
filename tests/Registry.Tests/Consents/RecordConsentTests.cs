using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Consents;

public sealed class RecordConsentTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    static readonly Who Agent = Who.AgencyOfficer(Guid.NewGuid(), "LA") with { Organisation = "agency-one" };
    static readonly Who OtherAgent = Who.AgencyOfficer(Guid.NewGuid(), "LA") with { Organisation = "agency-two" };
    static readonly Who Helper = Who.Is(Role.CivilSocietyOfficer, "TH");
    static readonly Who Counsellor = Who.Is(Role.ReintegrationCounsellor, "TH");

    async Task<string> Enrolled() => (await new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment")).EnrolWorkerAsync(A.Enrolment())).WorkerNumber;

    AsyncUnaryCall<Proto.GetWorkerResponse> Read(Who who, string purpose, string number) => new Proto.Workers.WorkersClient(host.As(who, purpose)).GetWorkerAsync(new() { WorkerNumber = number });

    Proto.Consents.ConsentsClient Consents(Who who, string purpose = "own-record") => new(host.As(who, purpose));

    static Proto.RecordConsentRequest Agreed(string number, Purpose purpose, string to) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        WorkerNumber = number,
        Purpose = purpose,
        GivenTo = to,
        TextVersion = 1,
        Language = "lo",
        Manner = Proto.ConsentManner.SignedIn,
    };

    static Proto.RecordConsentRequest Signed(string number, Purpose purpose, string to)
    {
        var request = Agreed(number, purpose, to);
        (request.Manner, request.EvidenceReference) = (Proto.ConsentManner.InWriting, "2026/7");
        return request;
    }

    [Fact]
    public async Task An_agency_reads_a_record_only_while_the_worker_agrees_to_that_agency()
    {
        var number = await Enrolled();
        Assert.Equal(["CONSENT_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Read(Agent, "recruitment", number)));

        var consent = (await Consents(Who.TheWorker(number)).RecordConsentAsync(Agreed(number, Purpose.Recruitment, Agent.Organisation))).ConsentId;
        Assert.Equal(number, (await Read(Agent, "recruitment", number)).WorkerNumber);
        Assert.Equal(["CONSENT_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Read(OtherAgent, "recruitment", number)));

        await Consents(Who.TheWorker(number)).WithdrawConsentAsync(new() { RequestId = Guid.NewGuid().ToString(), ConsentId = consent });
        Assert.Equal(["CONSENT_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Read(Agent, "recruitment", number)));
        Assert.Equal(["gms.registry.consent-given:1", "gms.registry.consent-withdrawn:1"], await host.Db(db => db.Outbox.Where(e => e.SubjectId == consent).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_number_that_was_never_given_out_is_refused_in_the_same_words()
    {
        var there = (await Refused.With(StatusCode.FailedPrecondition, () => Read(Agent, "recruitment", WorkerNumber.New("LA")))).Status.Detail;
        var number = await Enrolled();

        Assert.Equal(there, (await Refused.With(StatusCode.FailedPrecondition, () => Read(Agent, "recruitment", number))).Status.Detail);
    }

    [Fact]
    public async Task The_refusal_names_the_purpose_and_the_text_to_show()
    {
        var refusal = Assert.Single((await Refused.With(StatusCode.FailedPrecondition, () => Read(Helper, "complaint", WorkerNumber.New("LA")))).Problems());

        Assert.Contains("purpose complaint", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("version 1 of the text for complaint", refusal.Remedy, StringComparison.Ordinal);
        var texts = await new Proto.Consents.ConsentsClient(host.WithToken(null)).ListConsentTextsAsync(new());
        Assert.Contains(texts.Texts, t => t is { Purpose: Purpose.Complaint, Version: 1, Language: "lo", NeedsReview: true });
    }

    [Fact]
    public async Task Who_helps_with_a_complaint_in_another_country_records_the_signed_paper_and_may_read()
    {
        var number = await Enrolled();

        await Consents(Helper, "complaint").RecordConsentAsync(Signed(number, Purpose.Complaint, Helper.Organisation));

        Assert.Equal(number, (await Read(Helper, "complaint", number)).WorkerNumber);
        var own = Assert.Single((await Consents(Helper, "complaint").ListConsentsAsync(new() { WorkerNumber = number })).Consents);
        Assert.Equal((Helper.Organisation, "2026/7"), (own.GivenTo, own.EvidenceReference));
    }

    [Fact]
    public async Task A_counsellor_abroad_needs_consent_for_the_timeline_and_one_at_home_does_not()
    {
        var number = await Enrolled();
        AsyncUnaryCall<Proto.GetJourneyResponse> Timeline(Who who) => new Proto.Journeys.JourneysClient(host.As(who, "reintegration")).GetJourneyAsync(new() { WorkerNumber = number });

        Assert.Equal(number, (await Timeline(Counsellor with { Country = "LA" })).WorkerNumber);
        Assert.Equal(["CONSENT_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Timeline(Counsellor)));

        await Consents(Who.TheWorker(number)).RecordConsentAsync(Agreed(number, Purpose.Reintegration, Counsellor.Organisation));
        Assert.Equal(number, (await Timeline(Counsellor)).WorkerNumber);
    }

    [Fact]
    public async Task What_rests_on_law_is_never_blocked()
    {
        var number = await Enrolled();

        Assert.Equal(number, (await Read(Who.Is(Role.BorderOfficer, "LA"), "border-control", number)).WorkerNumber);
        Assert.Equal(number, (await Read(Who.TheWorker(number), "own-record", number)).WorkerNumber);
    }

    [Fact]
    public async Task A_role_that_may_read_for_one_purpose_may_not_for_another() =>
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => Read(Agent, "departure-clearance", WorkerNumber.New("LA"))));

    [Fact]
    public async Task An_agency_records_no_consent_to_itself() =>
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => Consents(Agent).RecordConsentAsync(Signed(WorkerNumber.New("LA"), Purpose.Recruitment, Agent.Organisation))));

    [Fact]
    public async Task The_same_consent_is_not_given_twice_while_it_holds()
    {
        var number = await Enrolled();
        await Consents(Who.TheWorker(number)).RecordConsentAsync(Agreed(number, Purpose.Recruitment, "agency-one"));

        Assert.Equal(["CONSENT_GIVEN_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => Consents(Who.TheWorker(number)).RecordConsentAsync(Agreed(number, Purpose.Recruitment, "agency-one"))));
    }

    [Fact]
    public async Task One_worker_s_consents_are_nobody_else_s()
    {
        var number = await Enrolled();
        var other = await Enrolled();
        var consent = (await Consents(Who.TheWorker(number)).RecordConsentAsync(Agreed(number, Purpose.Recruitment, "agency-one"))).ConsentId;

        Assert.Equal(["CONSENT_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Consents(Who.TheWorker(other)).ListConsentsAsync(new() { WorkerNumber = number })));
        Assert.Equal(["CONSENT_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Consents(Who.TheWorker(other)).WithdrawConsentAsync(new() { RequestId = Guid.NewGuid().ToString(), ConsentId = consent })));
        Assert.Equal(["CONSENT_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Consents(Helper, "complaint").RecordConsentAsync(Signed(number, Purpose.Complaint, "somebody else"))));
    }
}
