using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Plans;

public sealed class PlanCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Plans.PlansClient _counsellor = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task An_agreed_plan_is_shown_as_it_was_agreed_and_its_event_names_no_service()
    {
        var (held, worker) = await host.Assigned();
        var request = Given.Plan(held);

        var agreed = await _counsellor.AgreePlanAsync(request);

        var shown = (await _counsellor.GetPlanAsync(new() { PlanId = agreed.PlanId })).Plan;
        Assert.Equal(request.Items, shown.Items);
        Assert.Equal(request.Consent, shown.Consent);
        Assert.Equal(request.Goals, shown.Goals);
        Assert.Equal((worker, 500_000L, "LAK", 1), (shown.WorkerNumber, shown.Budget.Minor, shown.Budget.Currency, shown.Number));
        var told = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == held && e.Name == "gms.reintegration.plan-agreed:1"));
        Assert.DoesNotContain("S08", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("garment", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_consent_writes_nothing()
    {
        var (held, _) = await host.Assigned();
        var request = Given.Plan(held);
        request.Consent = null;

        Assert.Equal(["PLAN_WITHOUT_CONSENT"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.AgreePlanAsync(request)));
        Assert.False(await host.Db(db => db.Plans.AnyAsync(p => p.CaseId == Guid.Parse(held))));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == held)));
    }

    [Fact]
    public async Task Another_plan_takes_the_first_one_s_place_and_both_stay()
    {
        var (held, first, _) = await host.Planned();

        var second = await _counsellor.AgreePlanAsync(Given.Plan(held));

        Assert.Equal(2, second.Number);
        Assert.Equal(second.PlanId, (await new Proto.Cases.CasesClient(host.As(A.Counsellor, "reintegration")).GetCaseAsync(new() { CaseId = held })).Case.PlanId);
        Assert.Equal(1, (await _counsellor.GetPlanAsync(new() { PlanId = first })).Plan.Number);
    }

    [Fact]
    public async Task Of_two_plans_at_once_one_is_told_that_the_other_was_first()
    {
        var (held, _) = await host.Assigned();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return (await _counsellor.AgreePlanAsync(Given.Plan(held))).Number;
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.Aborted or StatusCode.FailedPrecondition)
            {
                return 0;
            }
        }));

        var made = numbers.Where(n => n > 0).Order().ToList();
        Assert.Equal(Enumerable.Range(1, made.Count), made);
        Assert.Equal(made.Count, await host.Db(db => db.Plans.CountAsync(p => p.CaseId == Guid.Parse(held))));
        Assert.Equal(made.Count + 1, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == held)));
    }

    [Theory]
    [InlineData("items[1].service")]
    [InlineData("items[1].programme")]
    [InlineData("items[1].budget")]
    [InlineData("items[1].ends_on")]
    [InlineData("goals")]
    [InlineData("consent.form")]
    public async Task A_field_at_fault_is_named(string field)
    {
        var (held, _) = await host.Assigned();
        var request = Given.Plan(held);
        var item = request.Items[1];
        switch (field)
        {
            case "items[1].service":
                item.Service = "S15";
                break;
            case "items[1].programme":
                item.Programme = "XX";
                break;
            case "items[1].budget":
                item.Budget.Minor = -1;
                break;
            case "items[1].ends_on":
                item.EndsOn = null;
                break;
            case "goals":
                request.Goals.Clear();
                break;
            default:
                request.Consent.Form = Proto.ConsentForm.Unspecified;
                break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _counsellor.AgreePlanAsync(request)));
    }

    [Fact]
    public async Task A_worker_reads_the_own_plan_and_no_other()
    {
        var (_, plan, worker) = await host.Planned();
        var own = new Proto.Plans.PlansClient(host.As(Who.TheWorker(worker), "own-record"));
        var other = new Proto.Plans.PlansClient(host.As(Who.TheWorker(WorkerNumber.New("LA")), "own-record"));

        Assert.Equal(worker, (await own.GetPlanAsync(new() { PlanId = plan })).Plan.WorkerNumber);
        Assert.Equal(["PLAN_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => other.GetPlanAsync(new() { PlanId = plan })));
    }

    [Fact]
    public async Task What_a_plan_can_be_made_of_is_told_with_where_it_is_known_from()
    {
        var offered = await _counsellor.ListServicesAsync(new() { Country = "VN" });

        Assert.Equal((14, 15), (offered.Services.Count, offered.Reasons.Count));
        Assert.Equal("VN-FES", Assert.Single(offered.Programmes, p => p.Type == "fund").ProgrammeId);
        Assert.All(offered.Programmes, p => Assert.NotEmpty(p.Source.Text));
    }
}
