using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;

namespace Gms.Reintegration.Tests.Exports;

public sealed class ExportTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    [Fact]
    public async Task A_worker_takes_case_plan_and_its_services()
    {
        var (held, plan, worker) = await host.Planned();
        await host.Planned();

        var taken = await Exported.Everything(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal(["assessments", "cases", "claims", "follow-ups", "grants", "plan-items", "plans", "referrals", "skills"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((held, plan), (Assert.Single(taken["cases"]).GetProperty("id").GetString(), Assert.Single(taken["plans"]).GetProperty("id").GetString()));
        Assert.Equal(["S08", "S07"], taken["plan-items"].Select(i => i.GetProperty("service").GetString()));
        Assert.Equal([1, 2], taken["plan-items"].Select(i => i.GetProperty("position").GetInt32()));
    }

    [Fact]
    public async Task An_office_takes_its_own_cases_and_those_nobody_has_taken()
    {
        var (planned, _, _) = await host.Planned();
        var (untaken, _) = await host.Returned();
        var (thai, _) = await host.Returned("TH");

        var own = await Exported.Column(host.As(A.Counsellor, "reintegration"), "cases", "id");
        Assert.Subset(own.ToHashSet(), new HashSet<string> { planned, untaken });
        Assert.DoesNotContain(thai, own);

        var another = await Exported.Everything(host.As(A.Counsellor with { Organisation = "another-office" }, "reintegration"));
        Assert.Contains(untaken, another["cases"].Select(c => c.GetProperty("id").GetString()));
        Assert.DoesNotContain(planned, another["cases"].Select(c => c.GetProperty("id").GetString()));
        Assert.Empty(another["plans"]);
    }

    [Fact]
    public async Task When_a_case_changed_is_not_known_and_not_guessed() => Assert.Equal(["EXPORT_WITHOUT_CHANGES"],
        await Refused.StreamCodes(StatusCode.InvalidArgument, () => Exported.Rows(host.As(A.Counsellor, "reintegration"), "cases", r => r.ChangedSince = new Google.Protobuf.WellKnownTypes.Timestamp())));
}
