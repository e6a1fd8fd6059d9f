using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.V1;
using Gms.Reintegration.Cases;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Claims;

public sealed class ClaimCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    const string ListDues = "/gms.registry.v1.Returns/ListDues";

    readonly Proto.Claims.ClaimsClient _counsellor = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task What_the_registry_says_is_owed_becomes_claims_once_however_often_it_is_asked()
    {
        var (held, _) = await host.Assigned();
        host.Peers.Answer(ListDues, (ListDuesRequest _) => Dues(DueState.PartDidNotAnswer));
        var first = await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held });
        Assert.Equal(2, first.Found);
        Assert.Equal(["INSURANCE"], first.NotAnswered);

        host.Peers.Answer(ListDues, (ListDuesRequest _) => Dues(DueState.Known));
        Assert.Equal(1, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held })).Found);

        var claims = (await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims;
        Assert.Equal([(Proto.ClaimKind.Wages, Proto.ClaimState.ToAsk), (Proto.ClaimKind.WayHome, Proto.ClaimState.ToFile), (Proto.ClaimKind.Insurance, Proto.ClaimState.ToFile)], claims.Select(c => (c.Kind, c.State)));
        Assert.All(claims, c => Assert.NotNull(c.NextStepDueOn));
    }

    [Fact]
    public async Task While_the_registry_is_down_nothing_is_found_and_a_case_without_return_asks_nobody()
    {
        var (held, _) = await host.Assigned();
        host.Peers.TakeDown(ListDues);
        await Refused.With(StatusCode.Unavailable, () => _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held }));
        Assert.Empty((await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims);

        var walkIn = (await new Proto.Cases.CasesClient(host.As(A.Counsellor)).OpenCaseAsync(Given.WalkIn())).CaseId;
        Assert.Equal(["CASE_NOT_ASSIGNED", "CLAIMS_WITHOUT_RETURN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = walkIn })));
    }

    [Fact]
    public async Task An_unpaid_wage_is_told_filed_refused_appealed_and_paid_and_each_settlement_is_told()
    {
        var (held, _) = await host.Assigned();
        var claim = await Open(held);
        await Move(claim, Proto.ClaimState.Filed, next: "Wait for the court");
        await Move(claim, Proto.ClaimState.Refused);
        await Move(claim, Proto.ClaimState.Filed, next: "Appeal");
        Assert.Equal(["CLAIM_PAID_WITHOUT_EVIDENCE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Move(claim, Proto.ClaimState.Paid)));

        await _counsellor.MoveClaimAsync(new()
        {
            RequestId = Given.New(),
            ClaimId = claim,
            State = Proto.ClaimState.Paid,
            Amount = new() { Minor = 2_600_000, Currency = "THB" },
            SettledOn = Given.Today.ToProto(),
            Evidence = "receipt-3",
            Note = "Paid into the worker's account.",
        });

        var shown = Assert.Single((await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims);
        Assert.Equal((Proto.ClaimState.Paid, 2_600_000L, "receipt-3", "", 5), (shown.State, shown.Amount.Minor, shown.Evidence, shown.NextStep, shown.Steps.Count));
        Assert.Null(shown.NextStepDueOn);
        var told = await host.Db(db => db.Outbox.Where(e => e.SubjectId == claim).OrderBy(e => e.SubjectVersion).ToListAsync());
        Assert.Equal([1L, 2L], told.Select(e => e.SubjectVersion));
        Assert.All(told, e => Assert.DoesNotContain("2600000", e.Body, StringComparison.Ordinal));
        Assert.Equal(["CLAIM_STATE_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => Move(claim, Proto.ClaimState.Dropped)));
    }

    [Fact]
    public async Task What_was_claimed_after_an_earlier_return_is_not_claimed_again_after_the_next()
    {
        var (first, worker) = await host.Assigned();
        host.Peers.Answer(ListDues, (ListDuesRequest _) => Dues(DueState.Known));
        await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = first });
        var wayHome = (await _counsellor.ListClaimsAsync(new() { CaseId = first })).Claims.Single(c => c.Kind == Proto.ClaimKind.WayHome).ClaimId;
        await _counsellor.MoveClaimAsync(new() { RequestId = Given.New(), ClaimId = wayHome, State = Proto.ClaimState.Paid, Amount = new() { Minor = 9, Currency = "THB" }, SettledOn = Given.Today.ToProto(), Evidence = "receipt-9", Note = "Paid." });
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).CloseCaseAsync(new() { RequestId = Given.New(), CaseId = first, Outcome = Proto.CaseOutcome.ReMigrated });

        var again = A.Return(worker);
        await host.Deliver<WorkerReturned, OnWorkerReturned>(again);
        var second = (await host.Db(db => db.Cases.SingleAsync(c => c.ReturnId == again.ReturnId))).Id.ToString();
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = second });

        // The way home was paid. The wages were left open; the lump sum names nothing by which it would be the same.
        Assert.Equal(2, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = second })).Found);
        Assert.Equal([Proto.ClaimKind.Wages, Proto.ClaimKind.Insurance], (await _counsellor.ListClaimsAsync(new() { CaseId = second })).Claims.Select(c => c.Kind));
    }

    [Fact]
    public async Task Each_thing_that_a_scheme_gives_is_a_claim_and_one_found_before_they_were_told_apart_is_not_found_again()
    {
        var (held, _) = await host.Assigned();
        Due Line(string part, string text) => new() { Topic = "INSURANCE", State = DueState.Known, Text = text, MembershipId = "22222222-2222-7222-8222-222222222222", Part = part };
        host.Peers.Answer(ListDues, (ListDuesRequest _) => new ListDuesResponse { Dues = { Line("", "A lump sum at 55."), Line("", "The savings of a foreigner.") } });
        Assert.Equal(1, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held })).Found);

        host.Peers.Answer(ListDues, (ListDuesRequest _) => new ListDuesResponse { Dues = { Line("TH-SSF-33 LumpSum", "A lump sum at 55."), Line("TH-SSF-33 Savings", "The savings of a foreigner.") } });
        Assert.Equal(1, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held })).Found);
        Assert.Equal(0, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held })).Found);
        Assert.Equal(["A lump sum at 55.", "The savings of a foreigner."], (await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims.Select(c => c.Text));

        var (fresh, _) = await host.Assigned();
        Assert.Equal(2, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = fresh })).Found);
    }

    [Fact]
    public async Task Fees_above_the_law_become_a_claim_for_each_who_took_them_with_what_was_taken_too_much()
    {
        var (held, _) = await host.Assigned();
        Due Fee(string part, long minor) => new() { Topic = "FEES", State = DueState.Known, Text = "Taken above the law.", ContractId = "11111111-1111-7111-8111-111111111111", Part = part, Amount = new() { Minor = minor, Currency = "LAK" } };
        host.Peers.Answer(ListDues, (ListDuesRequest _) => new ListDuesResponse { Dues = { Fee("OriginAgency", 700), Fee("Broker", 90) } });

        Assert.Equal(2, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held })).Found);
        Assert.Equal(0, (await _counsellor.FindClaimsAsync(new() { RequestId = Given.New(), CaseId = held })).Found);

        var claims = (await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims;
        Assert.Equal([(Proto.ClaimKind.Fee, Proto.ClaimState.ToFile, 700L), (Proto.ClaimKind.Fee, Proto.ClaimState.ToFile, 90L)], claims.Select(c => (c.Kind, c.State, c.Amount.Minor)));
    }

    [Fact]
    public async Task A_claim_that_is_appealed_is_not_shown_as_settled()
    {
        var (held, _) = await host.Assigned();
        var claim = await Open(held);
        await Move(claim, Proto.ClaimState.Filed, next: "Wait for the court");
        await Move(claim, Proto.ClaimState.Refused);
        await Move(claim, Proto.ClaimState.Filed, next: "Appeal");

        var shown = Assert.Single((await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims);
        Assert.Null(shown.SettledOn);
        Assert.Equal([Proto.ClaimState.ToFile, Proto.ClaimState.Filed, Proto.ClaimState.Refused, Proto.ClaimState.Filed], shown.Steps.Select(s => s.State));
    }

    [Fact]
    public async Task A_claim_of_a_closed_case_moves_no_more()
    {
        var (held, _) = await host.Assigned();
        var claim = await Open(held);
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined });

        Assert.Equal(["CASE_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Move(claim, Proto.ClaimState.Dropped)));
        Assert.Single(Assert.Single((await _counsellor.ListClaimsAsync(new() { CaseId = held })).Claims).Steps);
    }

    [Fact]
    public async Task Programmes_are_matched_with_each_condition_and_its_source()
    {
        var (held, _) = await host.Assigned();

        var matches = (await _counsellor.MatchProgrammesAsync(new() { CaseId = held })).Matches;

        Assert.Contains(matches, m => m.ProgrammeId == "LA-RETURN" && m.Outcome == Gms.Type.V1.Outcome.Pass);
        Assert.Contains(matches, m => m.ProgrammeId == "LA-SKILL" && m.Outcome == Gms.Type.V1.Outcome.Unknown);
        Assert.DoesNotContain(matches, m => m.ProgrammeId.StartsWith("KH", StringComparison.Ordinal));
        Assert.All(matches.SelectMany(m => m.Conditions), c => Assert.NotEmpty(c.Source.Text));
        Assert.Equal(["facts[0].fact"], await Refused.Fields(StatusCode.InvalidArgument, () => _counsellor.MatchProgrammesAsync(new() { CaseId = held, Facts = { new Proto.SaidFact { Fact = "LUCKY" } } })));
    }

    async Task<string> Open(string held) =>
        (await _counsellor.OpenClaimAsync(new() { RequestId = Given.New(), CaseId = held, Kind = Proto.ClaimKind.Wages, Against = "TH", Text = "Two months were not paid.", NextStep = "File it with the labour office" })).ClaimId;

    AsyncUnaryCall<Proto.MoveClaimResponse> Move(string claim, Proto.ClaimState state, string next = "") =>
        _counsellor.MoveClaimAsync(new() { RequestId = Given.New(), ClaimId = claim, State = state, NextStep = next, Note = "As the office answered." });

    static ListDuesResponse Dues(DueState insurance) => new()
    {
        Dues =
        {
            new Due { Topic = "LAST_WAGES", State = DueState.Unknown, Text = "Ask the worker.", ContractId = "11111111-1111-7111-8111-111111111111" },
            new Due { Topic = "WAY_HOME", State = DueState.Known, Text = "By the contract the employer pays.", ContractId = "11111111-1111-7111-8111-111111111111" },
            new Due { Topic = "INSURANCE", State = insurance, Text = "A lump sum." },
            new Due { Topic = "PAPERS", State = DueState.Known, Text = "The passport runs out." },
        },
    };
}
