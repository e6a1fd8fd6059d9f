using Gms.Platform;
using Gms.Recruitment.Compliance;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class VerifyAgencyTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Proto.Compliance.ComplianceClient Inspector => host.Compliance();

    [Fact]
    public async Task A_licensed_agency_passes_its_licence_and_what_nobody_asked_the_worker_is_unknown()
    {
        var (agency, _, _) = await host.Contract();

        var verdict = await Inspector.VerifyAgencyAsync(new() { AgencyId = agency.ToString(), PartnerCountry = "TH" });

        Assert.Equal((38, 1, "LA"), (verdict.Checks.Count, verdict.Recruitments, verdict.Country));
        Assert.Equal(Outcome.Pass, Of(verdict, "FR01").Outcome);
        Assert.Equal(Outcome.Unknown, Of(verdict, "FR04").Outcome);
        Assert.Equal(38, verdict.Counts.Pass + verdict.Counts.Fail + verdict.Counts.Unknown + verdict.Counts.NotApplicable);
    }

    [Fact]
    public async Task A_payment_a_declaration_and_a_suspension_are_seen_at_once()
    {
        var (agency, worker, contract) = await host.Contract();
        var asked = new Proto.VerifyAgencyRequest { AgencyId = agency.ToString() };
        await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract));
        Assert.Equal(Outcome.Pass, Of(await Inspector.VerifyAgencyAsync(asked), "FR04").Outcome);

        var paid = Ask.Cost(contract);
        paid.Payer = Proto.Payer.Worker;
        var cost = (await host.Costs().RecordCostAsync(paid)).CostId;
        Assert.Equal(Outcome.Fail, Of(await Inspector.VerifyAgencyAsync(asked), "FR04").Outcome);

        var withdrawn = Ask.Cost(contract);
        (withdrawn.NothingPaid, withdrawn.Amount, withdrawn.Replaces, withdrawn.CorrectionReason) = (true, null, cost, "Another worker's.");
        await host.Costs().RecordCostAsync(withdrawn);
        Assert.Equal(Outcome.Pass, Of(await Inspector.VerifyAgencyAsync(asked), "FR04").Outcome);

        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = await Licence(agency), Reason = "inspection" });
        var suspended = await Inspector.VerifyAgencyAsync(asked);
        Assert.Equal((Outcome.Fail, Outcome.Fail), (Of(suspended, "FR01").Outcome, Of(suspended, "FR36").Outcome));
    }

    [Fact]
    public async Task Sums_and_facts_say_the_same()
    {
        var (agency, _, contract) = await host.Contract();
        await host.Costs().RecordCostAsync(Ask.Cost(contract));
        await host.Declarations(Who.Is(Role.CivilSocietyOfficer, "LA")).RecordDeclarationAsync(Ask.Declaration(contract, "km"));
        var employer = await host.Db(db => db.Contracts.Where(c => c.Id == Guid.Parse(contract)).Select(c => c.EmployerId).SingleAsync());
        await host.Verdicts(Who.AgencyOfficer(agency, "LA")).KeepVerdictAsync(new() { RequestId = Ask.NewId(), Employer = new() { EmployerId = employer.ToString() }, KeptFor = "a job order" });
        for (var n = 0; n < 6; n++)
            await host.Declarations(Who.Is(Role.CivilSocietyOfficer, "LA"), at: RecruitmentHost.Now.AddMonths(-1)).RecordStatementAsync(Ask.Anonymous(agency, ("PAID_FEE", Proto.StatementAnswer.Yes), ("HURT", Proto.StatementAnswer.Declined)));
        foreach (var kind in new[] { Proto.RepresentativeKind.Branch, Proto.RepresentativeKind.SubAgent })
            await host.Representatives().RegisterRepresentativeAsync(new() { RequestId = Ask.NewId(), AgencyId = agency.ToString(), Kind = kind, Name = "x", RegistrationNumber = Ask.NewId(), Country = "LA", From = Ask.Day(2026, 11, 22) });
        await host.Complaint(agency, new(2026, 11, 1));
        await host.Services.GetRequiredService<Gms.Recruitment.Complaints.Escalations>().Round(RecruitmentHost.Now, default);

        await using var scope = host.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<PartyReader>();
        foreach (var partner in new[] { null, "TH", "VN" })
        {
            var sums = PartyVerdict.Of((await reader.Agency(agency, A.Today, partner, false, A.Today, default))!);
            var facts = PartyVerdict.Of((await reader.AgencyFromFacts(agency, A.Today, partner, false, A.Today, default))!);
            Assert.Equal(facts, sums);
        }
        var verdict = await Inspector.VerifyAgencyAsync(new() { AgencyId = agency.ToString() });
        Assert.Contains("1 registered sub-agents", Of(verdict, "FR37").Message, StringComparison.Ordinal);
        Assert.Contains("in 5 statements without a name, 5 speak against it", Of(verdict, "FR04").Message, StringComparison.Ordinal);
        Assert.Contains("1 are late, steps were late 1 times", Of(verdict, "FR30").Message, StringComparison.Ordinal);
        Assert.Equal(5, (await new Proto.Inspections.InspectionsClient(host.As(Who.Is(Role.Inspector, "LA"), "recruitment-verification", RecruitmentHost.Now)).ListPrioritiesAsync(new() { Country = "LA", PageSize = 200 }))
            .Agencies.Single(a => a.AgencyId == agency.ToString()).Counts.Single(c => c.Name == "anonymous_answers_against").Value);
    }

    [Fact]
    public async Task A_verdict_that_was_kept_after_taking_the_order_is_no_diligence_before_it()
    {
        var (agency, _) = await host.LicensedAgency();
        var employer = await host.Employer();
        var mine = Who.AgencyOfficer(agency, "LA");
        Task Order(int days) => host.JobOrders(mine, RecruitmentHost.Now.AddDays(days)).RegisterJobOrderAsync(Ask.JobOrder(employer, agency)).ResponseAsync;
        Task Keep(int days) => host.Verdicts(mine, RecruitmentHost.Now.AddDays(days)).KeepVerdictAsync(new() { RequestId = Ask.NewId(), Employer = new() { EmployerId = employer }, KeptFor = "an order" }).ResponseAsync;
        async Task<Outcome> Diligence(bool past) => Of(await host.Compliance(at: RecruitmentHost.Now.AddDays(past ? 11 : 10)).VerifyAgencyAsync(new() { AgencyId = agency.ToString(), AsOf = Ask.Day(2026, 12, 2) }), "FR37").Outcome;

        await Order(1);
        await Keep(2);
        Assert.Equal((Outcome.Unknown, Outcome.Unknown), (await Diligence(past: false), await Diligence(past: true)));

        await Keep(0);
        Assert.Equal((Outcome.Pass, Outcome.Pass), (await Diligence(past: false), await Diligence(past: true)));
    }

    [Fact]
    public async Task What_was_recorded_later_does_not_change_what_was_known_then()
    {
        var (agency, worker, contract) = await host.Contract();
        await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract));
        var asked = new Proto.VerifyAgencyRequest { AgencyId = agency.ToString() };
        var (before, recruitment) = (await Inspector.VerifyAgencyAsync(asked), await Inspector.VerifyRecruitmentAsync(new() { WorkerNumber = worker }));
        var then = await DatabaseNow();

        var paid = Ask.Cost(contract);
        paid.Payer = Proto.Payer.Worker;
        await host.Costs().RecordCostAsync(paid);
        await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract, "km"));
        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = await Licence(agency), Reason = "inspection" });
        await host.Contracts(Who.AgencyOfficer(agency, "LA")).EndContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, LastDay = Ask.Day(2026, 12, 20), Reason = Proto.ContractEnd.ByWorker });

        Assert.NotEqual(before.Checks, (await Inspector.VerifyAgencyAsync(asked)).Checks);
        asked.KnownAt = then;
        Assert.Equal(before.Checks, (await Inspector.VerifyAgencyAsync(asked)).Checks);
        Assert.NotEqual(recruitment.Checks, (await Inspector.VerifyRecruitmentAsync(new() { WorkerNumber = worker })).Checks);
        Assert.Equal(recruitment.Checks, (await Inspector.VerifyRecruitmentAsync(new() { WorkerNumber = worker, KnownAt = then })).Checks);
    }

    [Fact]
    public async Task Before_it_was_registered_nothing_was_known_of_it_and_the_future_is_not_known()
    {
        var before = await DatabaseNow();
        var (agency, _) = await host.LicensedAgency();

        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Inspector.VerifyAgencyAsync(new() { AgencyId = agency.ToString(), KnownAt = before })));
        Assert.Equal(["VERDICT_KNOWN_IN_FUTURE"], await Refused.Codes(StatusCode.InvalidArgument, () => Inspector.VerifyAgencyAsync(new() { AgencyId = agency.ToString(), KnownAt = new() { Seconds = 253_402_300_799 } })));
        Assert.Equal(["known_at"], await Refused.Fields(StatusCode.InvalidArgument, () => Inspector.VerifyAgencyAsync(new() { AgencyId = agency.ToString(), KnownAt = new() { Seconds = long.MaxValue } })));
    }

    [Fact]
    public async Task An_agency_looks_at_another_and_learns_no_number()
    {
        var (agency, _, _) = await host.Contract();
        var (other, _) = await host.LicensedAgency("VN");

        var verdict = await host.Compliance(Who.AgencyOfficer(other, "VN"), "recruitment").VerifyAgencyAsync(new() { AgencyId = agency.ToString() });

        Assert.Equal(Outcome.Pass, Of(verdict, "FR01").Outcome);
        Assert.Contains("told to officers only", Of(verdict, "FR17").Message, StringComparison.Ordinal);
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Compliance(Who.TheWorker(WorkerNumber.New("LA")), "complaint").VerifyAgencyAsync(new() { AgencyId = agency.ToString() })));
    }

    [Fact]
    public async Task A_sign_of_forced_labour_goes_to_the_inspectors_of_both_countries_once()
    {
        var (_, worker, contract) = await host.Contract();
        var held = Ask.Declaration(contract);
        held.HoldsOwnPapers = false;
        await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(held);
        await host.Costs().RecordCostAsync(Ask.Cost(contract));

        var items = await host.Db(db => db.WorkItems.Where(i => i.Kind == "FORCED_LABOUR_INDICATOR" && i.Key.StartsWith(Guid.Parse(contract).ToString("N"))).OrderBy(i => i.Country).ToListAsync());
        Assert.Equal(["LA", "TH"], items.Select(i => i.Country));
        Assert.All(items, i => Assert.Equal(("FL07", "FR17 COMPLAINT"), (i.Facts["indicator"], i.Facts["because"])));
        Assert.Equal("FL07", Assert.Single((await Inspector.VerifyRecruitmentAsync(new() { WorkerNumber = worker })).ForcedLabour).Code);
    }

    [Fact]
    public async Task An_employer_is_verified_and_a_stream_is_answered_piece_by_piece()
    {
        var (_, worker, contract) = await host.Contract();
        var employer = await host.Db(db => db.Contracts.Where(c => c.Id == Guid.Parse(contract)).Select(c => c.EmployerId).SingleAsync());

        await host.Settle(contract);
        var verdict = await Inspector.VerifyEmployerAsync(new() { EmployerId = employer.ToString() });
        Assert.Equal((Outcome.Pass, Outcome.NotApplicable, 1), (verdict.Checks.Single(c => c.Code == "FR19").Outcome, verdict.Checks.Single(c => c.Code == "FR01").Outcome, verdict.Recruitments));

        using var stream = Inspector.VerifyStream();
        foreach (var number in new[] { worker, WorkerNumber.New("VN") })
        {
            await stream.RequestStream.WriteAsync(new() { Recruitments = { new Proto.VerifyRecruitmentRequest { WorkerNumber = number } } });
            Assert.True(await stream.ResponseStream.MoveNext(default));
            Assert.Equal(number == worker, Assert.Single(stream.ResponseStream.Current.Answers).Verdict is not null);
        }
        await stream.RequestStream.CompleteAsync();
        Assert.False(await stream.ResponseStream.MoveNext(default));
    }

    [Fact]
    public async Task Every_table_of_facts_shows_its_past_with_all_its_columns()
    {
        var missing = await host.Db(db => db.Database.SqlQuery<string>(
            $"""
            SELECT c.relname || '.' || a.attname AS "Value"
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE t.tgname = 'keep_fact'
               AND NOT EXISTS (SELECT 1 FROM information_schema.columns v WHERE v.table_schema = 'known' AND v.table_name = c.relname AND v.column_name = a.attname)
            """).ToListAsync());

        Assert.True(missing.Count == 0, $"A schema step that adds a column to a table of facts calls keep_history for it: {string.Join(", ", missing)}");
    }

    async Task<Timestamp> DatabaseNow() => DateTime.SpecifyKind(await host.Db(db => db.Database.SqlQuery<DateTime>($"""SELECT clock_timestamp() AS "Value" """).SingleAsync()), DateTimeKind.Utc).ToTimestamp();

    async Task<string> Licence(Guid agency) => (await host.Db(db => db.Agencies.Where(a => a.Id == agency).SelectMany(a => a.Licences).Select(l => l.Id).SingleAsync())).ToString();

    static Check Of(Proto.VerifyAgencyResponse verdict, string code) => verdict.Checks.Single(c => c.Code == code);
}
