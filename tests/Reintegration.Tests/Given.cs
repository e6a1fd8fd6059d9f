using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests;

/// <summary>Makes by events and public calls what a test starts from.</summary>
static class Given
{
    public static string New() => Guid.NewGuid().ToString();

    public static DateOnly Today => TimeProvider.System.TodayIn("LA");

    public static async Task<(string Case, string Worker)> Returned(this ReintegrationHost host, string country = "LA")
    {
        var happened = A.Return(country: country);
        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);
        var held = await host.Db(db => db.Cases.SingleAsync(c => c.ReturnId == happened.ReturnId));
        return (held.Id.ToString(), held.WorkerNumber);
    }

    public static async Task<(string Case, string Worker)> Assigned(this ReintegrationHost host)
    {
        var (held, worker) = await host.Returned();
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).AssignCounsellorAsync(new() { RequestId = New(), CaseId = held });
        return (held, worker);
    }

    public static async Task<(string Case, string Plan, string Worker)> Planned(this ReintegrationHost host)
    {
        var (held, worker) = await host.Assigned();
        var plan = await new Proto.Plans.PlansClient(host.As(A.Counsellor)).AgreePlanAsync(Plan(held));
        return (held, plan.PlanId, worker);
    }

    public static Proto.AgreePlanRequest Plan(string held) => new()
    {
        RequestId = New(),
        CaseId = held,
        Consent = new() { GivenOn = Today.ToProto(), Form = Proto.ConsentForm.Signed, Language = "lo" },
        Goals = { "Work in the garment factory near home" },
        Items =
        {
            new Proto.PlanItem { Service = "S08", Partner = "Skills authority", Programme = "LA-SKILL", StartsOn = Today.ToProto(), EndsOn = Today.AddMonths(2).ToProto(), Budget = new() { Minor = 500_000, Currency = "LAK" } },
            new Proto.PlanItem { Service = "S07", Partner = "Employment service centre", StartsOn = Today.ToProto(), EndsOn = Today.AddMonths(3).ToProto(), Budget = new() { Minor = 0, Currency = "LAK" } },
        },
    };

    public static Proto.OpenCaseRequest WalkIn(string? worker = null) =>
        new() { RequestId = New(), Country = "LA", WorkerNumber = worker ?? WorkerNumber.New("LA"), From = "TH", Reason = "JOB_LOSS", ReturnedOn = Today.ToProto() };
}
