using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Tests.Complaints;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class OfficersOnlyTests
{
    [Fact]
    public void An_agency_is_told_the_same_whether_or_not_the_worker_spoke_or_complained()
    {
        var silent = A.FactsWith(A.Contract(), [], []);
        var spoke = A.FactsWith(
            A.Contract(), [A.Declaration(papers: false, owes: true, free: false)], [A.Complaint(dueOn: new(2026, 11, 1)), A.Complaint(ComplaintCategory.PapersHeld)], null, A.Cost(), A.Cost("BRIBE", payee: Payee.OfficialPrivately));

        Assert.Equal(OfficersOnly.Tell(silent, forAgency: true).Checks, OfficersOnly.Tell(spoke, forAgency: true).Checks);
        Assert.Empty(OfficersOnly.Tell(spoke, forAgency: true).Signs);
        Assert.NotEmpty(OfficersOnly.Tell(spoke, forAgency: false).Signs);
        Assert.NotEqual(OfficersOnly.Tell(silent, forAgency: false).Checks, OfficersOnly.Tell(spoke, forAgency: false).Checks);
    }

    [Fact]
    public void What_may_rest_on_the_workers_word_passes_for_no_agency_and_what_its_own_records_fail_stays_failed()
    {
        var checks = OfficersOnly.Tell(A.FactsWith(A.Contract(), [A.Declaration()], [], null, A.Cost("SUBAGENT_FEE", payee: Payee.Broker, statedBy: StatedBy.Agency)), forAgency: true).Checks;

        Assert.All(checks.Where(c => c.OfficersOnly), c => Assert.True(c.Outcome is Outcome.Unknown or Outcome.Fail && c.Evidence.Length == 0, c.Code));
        Assert.Equal(Outcome.Fail, checks.Single(c => c.Code == "FR03").Outcome);
        Assert.Equal(Outcome.Pass, checks.Single(c => c.Code == "FR01").Outcome);
    }

    [Fact]
    public void Every_check_that_comes_out_otherwise_by_the_workers_word_or_a_complaint_is_marked()
    {
        var items = A.Reference.Questions.All[^1].Items;
        var bad = items.ToDictionary(i => i.Code, i => i.Good == StatementAnswer.Yes ? StatementAnswer.No : StatementAnswer.Yes);
        var silent = Verdict.Of(A.FactsWith(A.Contract(), [], []));
        RecruitmentFacts[] all =
        [
            A.FactsWith(A.Contract(), [A.Declaration()], []), A.FactsWith(A.Contract(), [A.Declaration(false, true, true, false, false, false, false)], []), A.FactsWith(A.Contract(), [A.Stated(bad)], []),
            .. Enum.GetValues<ComplaintCategory>().Select(category => A.FactsWith(A.Contract(), [], [A.Complaint(category)])),
            .. A.Reference.CostItems.Codes.Select(item => A.FactsWith(A.Contract(), [], [], null, A.Cost(item, payee: Payee.Broker))),
        ];
        foreach (var spoke in all)
            Assert.All(silent.Zip(Verdict.Of(spoke)), pair => Assert.True(pair.First.Outcome == pair.Second.Outcome || pair.Second.OfficersOnly, pair.First.Code));
    }
}

public sealed class AgencyIsNotToldTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task A_withheld_complaint_and_a_statement_leave_no_trace_in_any_answer_to_the_agency()
    {
        var complaining = new Complaining(host);
        var (silent, spoken) = (await Answers(await complaining.Opened(withheld: true, by: Complaining.CivilSociety), speak: false), await Answers(complaining, speak: true));

        foreach (var ((call, before), (_, after)) in silent.Zip(spoken))
        {
            Assert.DoesNotContain(complaining.Id, after.ToString()!, StringComparison.Ordinal);
            Assert.DoesNotContain("otherwise", after.ToString()!, StringComparison.Ordinal);
            Assert.DoesNotContain("FL0", after.ToString()!, StringComparison.Ordinal);
            Assert.True(before.Equals(after), $"{call}: {before} and then {after}");
        }
        // An officer is told.
        Assert.Contains(complaining.Id, (await host.Compliance().VerifyRecruitmentAsync(new() { WorkerNumber = complaining.Worker })).ToString(), StringComparison.Ordinal);
    }

    /// <summary>What the agency reads of the worker's recruitment, without the times at which it was read.</summary>
    async Task<IReadOnlyList<(string Call, IMessage Answer)>> Answers(Complaining complaining, bool speak)
    {
        if (speak)
        {
            await host.Declarations(Who.TheWorker(complaining.Worker), "own-record").RecordStatementAsync(Ask.Statement(
                complaining.Contract, ("HOLDS_OWN_PAPERS", Proto.StatementAnswer.No), ("THREATENED", Proto.StatementAnswer.Yes), ("DECEIVED", Proto.StatementAnswer.Yes), ("WAGE_WITHHELD", Proto.StatementAnswer.Yes)));
            var fee = Ask.Cost(complaining.Contract);
            (fee.StatedBy, fee.Payer, fee.Payee, fee.Item) = (Proto.StatedBy.Worker, Proto.Payer.Worker, Proto.Payee.OriginAgency, "AGENT_FEE");
            await host.Costs(Who.TheWorker(complaining.Worker)).RecordCostAsync(fee);
        }
        Proto.VerifyRecruitmentRequest asked = new() { WorkerNumber = complaining.Worker, ContractId = complaining.Contract };
        var compliance = host.Compliance(complaining.AgencyOfficer);
        var one = await compliance.VerifyRecruitmentAsync(asked);
        var batch = await compliance.VerifyBatchAsync(new() { Items = { new Proto.VerifyBatchItem { Recruitment = asked } } });
        using var stream = compliance.VerifyStream();
        await stream.RequestStream.WriteAsync(new() { Recruitments = { asked } });
        Assert.True(await stream.ResponseStream.MoveNext(default));
        var streamed = stream.ResponseStream.Current;
        await stream.RequestStream.CompleteAsync();
        var verdicts = host.Verdicts(complaining.AgencyOfficer);
        var kept = await verdicts.GetVerdictAsync(new() { VerdictId = (await verdicts.KeepVerdictAsync(new() { RequestId = Ask.NewId(), Recruitment = asked, KeptFor = "the file" })).VerdictId });
        var agency = await compliance.VerifyAgencyAsync(new() { AgencyId = complaining.Agency.ToString() });
        one.VerifiedAt = batch.Answers[0].Verdict.VerifiedAt = streamed.Answers[0].Verdict.VerifiedAt = agency.VerifiedAt = null;
        return
        [
            ("VerifyRecruitment", one), ("VerifyBatch", batch), ("VerifyStream", streamed), ("KeepVerdict", new Proto.GetVerdictResponse { Checks = { kept.Checks }, Counts = kept.Counts }), ("VerifyAgency", agency),
            ("ListCosts", await host.Costs(complaining.AgencyOfficer).ListCostsAsync(new() { ContractId = complaining.Contract })),
            ("ReviewCosts", await host.Costs(complaining.AgencyOfficer).ReviewCostsAsync(new() { ContractId = complaining.Contract })),
            ("ListMissing", await host.Contracts(complaining.AgencyOfficer, "recruitment").ListMissingAsync(new() { From = Ask.Day(2026, 12, 1), Until = Ask.Day(2026, 12, 31) })),
        ];
    }
}
