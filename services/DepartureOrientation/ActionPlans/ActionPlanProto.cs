using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>How plans, measures and readings are shown.</summary>
static class ActionPlanProto
{
    public static Proto.ActionPlan ToProto(this ActionPlan plan) => new()
    {
        PlanId = plan.Id.ToString(),
        Country = plan.Country,
        Title = plan.Title,
        StartsOn = plan.StartsOn.ToProto(),
        EndsOn = plan.EndsOn.ToProto(),
        AgreedAt = plan.AgreedAt,
    };

    public static Proto.Measure ToProto(this Measure measure, DateOnly today, IReadOnlyDictionary<Guid, Reading> last) => new()
    {
        MeasureId = measure.Id.ToString(),
        PlanId = measure.PlanId.ToString(),
        Title = measure.Title,
        Description = measure.Description ?? "",
        Topic = measure.Topic.ToProto(),
        Owner = measure.Owner,
        DueOn = measure.DueOn.ToProto(),
        State = measure.State.ToProto(),
        Overdue = measure.IsOverdue(today),
        PracticeId = measure.PracticeId?.ToString() ?? "",
        Indicators = { measure.Indicators.OrderBy(i => i.Id).Select(i => ToProto(i, last.GetValueOrDefault(i.Id))) },
    };

    static Proto.Indicator ToProto(Indicator indicator, Reading? last)
    {
        var shown = new Proto.Indicator
        {
            IndicatorId = indicator.Id.ToString(),
            Code = indicator.Code,
            Parameters = new()
            {
                Year = indicator.Year ?? 0,
                Partner = indicator.Partner ?? "",
                InstitutionKind = indicator.InstitutionKind?.ToProto() ?? Proto.InstitutionKind.Unspecified,
                Province = indicator.Province ?? "",
                Stage = indicator.Stage?.ToProto() ?? Proto.Stage.Unspecified,
            },
            Last = last?.ToProto(),
        };
        if (indicator.Target is { } target)
            shown.Target = (double)target;
        return shown;
    }

    public static Proto.Reading ToProto(this Reading reading)
    {
        var shown = new Proto.Reading { IndicatorId = reading.IndicatorId.ToString(), Day = reading.Day.ToProto(), UnknownBecause = reading.UnknownBecause ?? "", Source = reading.Source };
        if (reading.Value is { } value)
            shown.Value = (double)value;
        if (reading.Counted is { } counted)
            shown.Counted = counted;
        if (reading.Of is { } of)
            shown.Of = of;
        return shown;
    }

    public static Proto.MeasureStep ToProto(this MeasureStep step) => new()
    {
        Number = step.Number,
        At = Timestamp.FromDateTimeOffset(step.At),
        Account = step.Account,
        Organisation = step.Organisation,
        State = step.State.ToProto(),
        Owner = step.Owner,
        DueOn = step.DueOn.ToProto(),
        Reason = step.Reason ?? "",
    };

    public static Proto.MeasureState ToProto(this MeasureState state) => state switch
    {
        MeasureState.Planned => Proto.MeasureState.Planned,
        MeasureState.InProgress => Proto.MeasureState.InProgress,
        MeasureState.Done => Proto.MeasureState.Done,
        MeasureState.Dropped => Proto.MeasureState.Dropped,
    };

    public static Proto.Topic ToProto(this Topic topic) => topic switch
    {
        Topic.Orientation => Proto.Topic.Orientation,
        Topic.ReturnAndReintegration => Proto.Topic.ReturnAndReintegration,
        Topic.FairRecruitment => Proto.Topic.FairRecruitment,
        Topic.DailyAndSeasonalWork => Proto.Topic.DailyAndSeasonalWork,
        Topic.SocialSecurity => Proto.Topic.SocialSecurity,
    };

    public static Proto.IndicatorUnit ToProto(this IndicatorUnit unit) => unit switch
    {
        IndicatorUnit.Count => Proto.IndicatorUnit.Count,
        IndicatorUnit.Percent => Proto.IndicatorUnit.Percent,
        IndicatorUnit.MonthsOfWage => Proto.IndicatorUnit.MonthsOfWage,
    };
}
