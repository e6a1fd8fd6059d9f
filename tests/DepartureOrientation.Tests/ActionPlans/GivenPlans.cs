using Gms.Platform;
using Gms.Testing;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.ActionPlans;

/// <summary>Makes plans and measures by the public calls.</summary>
static class GivenPlans
{
    public static Proto.ActionPlans.ActionPlansClient Plans(this DepartureOrientationHost host, Who who, string? purpose = "orientation") => new(host.As(who, purpose));

    public static async Task<string> Plan(this DepartureOrientationHost host, DateTimeOffset? clock = null) =>
        (await new Proto.ActionPlans.ActionPlansClient(host.As(A.Officer, "orientation", clock)).OpenPlanAsync(new()
        {
            RequestId = Given.New(),
            Country = "LA",
            Title = Given.New(),
            StartsOn = Given.Today.AddYears(-2).ToProto(),
            EndsOn = Given.Today.AddYears(2).ToProto(),
            AgreedAt = "A workshop",
        })).PlanId;

    public static async Task<Proto.AddMeasureRequest> Measure(this DepartureOrientationHost host, string? plan = null) => new()
    {
        RequestId = Given.New(),
        PlanId = plan ?? await host.Plan(),
        Title = "Every vocational school has a trainer",
        Topic = Proto.Topic.Orientation,
        Owner = A.Officer.Organisation,
        DueOn = Given.Today.AddDays(30).ToProto(),
    };

    public static async Task<string> AddedMeasure(this DepartureOrientationHost host, string? plan = null) =>
        (await host.Plans(A.Officer).AddMeasureAsync(await host.Measure(plan))).MeasureId;

    public static async Task<string> AddedIndicator(this DepartureOrientationHost host, string measure, string code, Proto.IndicatorParameters? parameters = null, double? target = null)
    {
        var request = new Proto.AddIndicatorRequest { RequestId = Given.New(), MeasureId = measure, Code = code, Parameters = parameters };
        if (target is { } wanted)
            request.Target = wanted;
        return (await host.Plans(A.Officer).AddIndicatorAsync(request)).IndicatorId;
    }
}
