using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Complaints;

public sealed class OpenComplaintTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    static readonly Who CivilSociety = Who.Is(Role.CivilSocietyOfficer, "TH");

    Proto.Complaints.ComplaintsClient As(Who who, string purpose = "complaint") => new(host.As(who, purpose, RecruitmentHost.Now));

    static Proto.OpenComplaintRequest Complaint(string worker, string contract = "", Proto.ComplaintTeller toldBy = Proto.ComplaintTeller.Officer, Proto.ComplaintUrgency urgency = Proto.ComplaintUrgency.Normal, string country = "LA") => new()
    {
        RequestId = Ask.NewId(),
        WorkerNumber = worker,
        ContractId = contract,
        Country = country,
        Category = Proto.ComplaintCategory.Wages,
        Urgency = urgency,
        ToldBy = toldBy,
        Subject = "Two months were not paid.",
        Evidence = { new Proto.ComplaintEvidence { Kind = "PAY_SLIP", Reference = "file 12" } },
    };

    [Fact]
    public async Task A_worker_complains_and_the_holder_sees_it_with_its_evidence_and_the_agency_does_not()
    {
        var (agency, worker, contract) = await host.Contract();

        var opened = await As(Who.TheWorker(worker), "own-record").OpenComplaintAsync(Complaint(worker, contract, Proto.ComplaintTeller.Worker));

        var seen = (await As(Who.Is(Role.Inspector, "LA")).GetComplaintAsync(new() { ComplaintId = opened.ComplaintId })).Complaint;
        Assert.Equal((worker, "LA", Proto.ComplaintState.Opened, "file 12"), (seen.WorkerNumber, seen.Country, seen.State, seen.Evidence.Single().Reference));
        Assert.Equal(opened.ComplaintId, (await As(Who.TheWorker(worker), "own-record").ListComplaintsAsync(new() { WorkerNumber = worker })).Complaints.Single().ComplaintId);
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Who.AgencyOfficer(agency, "LA")).GetComplaintAsync(new() { ComplaintId = opened.ComplaintId })));
        var told = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == opened.ComplaintId));
        Assert.Equal("gms.recruitment.complaint-opened:1", told.Name);
        Assert.DoesNotContain("paid", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Civil_society_sees_what_it_opened_and_nothing_of_another_country_that_it_did_not()
    {
        var (_, worker, contract) = await host.Contract();
        var own = await As(CivilSociety).OpenComplaintAsync(Complaint(worker, contract, Proto.ComplaintTeller.CivilSociety));
        var other = As(Who.Is(Role.CivilSocietyOfficer, "KH"));

        Assert.Single((await As(CivilSociety).ListComplaintsAsync(new() { WorkerNumber = worker })).Complaints);
        Assert.Equal(["COMPLAINT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => other.GetComplaintAsync(new() { ComplaintId = own.ComplaintId })));
        Assert.Empty((await other.ListComplaintsAsync(new() { WorkerNumber = worker })).Complaints);
    }

    [Theory]
    [InlineData(Proto.ComplaintUrgency.Normal, 15)]
    [InlineData(Proto.ComplaintUrgency.Urgent, 3)]
    [InlineData(Proto.ComplaintUrgency.Emergency, 0)]
    public async Task The_more_urgent_the_sooner_somebody_must_look(Proto.ComplaintUrgency urgency, int days)
    {
        var opened = await As(Who.Is(Role.Inspector, "LA")).OpenComplaintAsync(Complaint(WorkerNumber.New("LA"), urgency: urgency));

        Assert.Equal(new DateOnly(2026, 11, 22).AddDays(days).ToProto(), opened.DueOn);
    }

    [Fact]
    public async Task Nobody_speaks_as_another()
    {
        var worker = WorkerNumber.New("LA");

        foreach (var (who, purpose, toldBy) in new[]
        {
            (Who.TheWorker(worker), "own-record", Proto.ComplaintTeller.Officer), (Who.Is(Role.Inspector, "LA"), "complaint", Proto.ComplaintTeller.Worker),
            (Who.Is(Role.Inspector, "LA"), "complaint", Proto.ComplaintTeller.CivilSociety), (Who.Is(Role.Inspector, "LA"), "complaint", Proto.ComplaintTeller.Registry),
        })
            Assert.Equal(["COMPLAINT_TOLD_BY_OTHER"], await Refused.Codes(StatusCode.InvalidArgument, () => As(who, purpose).OpenComplaintAsync(Complaint(worker, toldBy: toldBy))));
    }

    [Fact]
    public async Task A_stranger_another_s_contract_and_too_much_evidence_are_refused_and_nothing_is_written()
    {
        var (_, _, contract) = await host.Contract();
        var stranger = WorkerNumber.New("LA");
        host.Strangers.Add(stranger);
        var inspector = As(Who.Is(Role.Inspector, "LA"));
        var much = Complaint(stranger);
        much.Evidence.Add(Enumerable.Repeat(much.Evidence[0], 20));

        Assert.Equal(["COMPLAINT_WORKER_UNKNOWN", "COMPLAINT_CONTRACT_OF_ANOTHER"], await Refused.Codes(StatusCode.FailedPrecondition, () => inspector.OpenComplaintAsync(Complaint(stranger, contract))));
        Assert.Equal(["COMPLAINT_TOO_MUCH_EVIDENCE"], await Refused.Codes(StatusCode.InvalidArgument, () => inspector.OpenComplaintAsync(much)));
        Assert.False(await host.Db(db => db.Complaints.AnyAsync(c => c.WorkerNumber == stranger)));
    }
}
