using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.AddIndicatorResponse> AddIndicator(Proto.AddIndicatorRequest request, ServerCallContext context)
    {
        var measure = await FindMeasure(db.Measures.AsNoTracking(), Read.Id(request.MeasureId, "measure_id"), context.CancellationToken);
        var indicator = ReadIndicator(measure, request);

        if (!measure.IsOpen)
            throw Refuse.NotNow(ActionPlanProblems.MeasureEnded(measure.State));
        Refuse.IfAny(indicators[indicator.Code].ToName(indicator));

        db.Add(indicator);
        return await db.Commit(new Proto.AddIndicatorResponse { IndicatorId = indicator.Id.ToString() }, context.CancellationToken);
    }

    Indicator ReadIndicator(Measure measure, Proto.AddIndicatorRequest request)
    {
        var narrowed = request.Parameters ?? new();
        return new()
        {
            MeasureId = measure.Id,
            Code = Read.Code(request.Code, "code", indicators.Codes),
            Year = narrowed.Year == 0 ? null : Read.Number(narrowed.Year, "parameters.year", 2000, 2100),
            Partner = narrowed.Partner.Length == 0 ? null : Read.Country(narrowed.Partner, "parameters.partner"),
            InstitutionKind = narrowed.InstitutionKind == Proto.InstitutionKind.Unspecified ? null : Read.Value<Proto.InstitutionKind, InstitutionKind>(narrowed.InstitutionKind, "parameters.institution_kind"),
            Province = Read.OptionalText(narrowed.Province, "parameters.province", 6),
            Stage = narrowed.Stage == Proto.Stage.Unspecified ? null : Read.Value<Proto.Stage, Stage>(narrowed.Stage, "parameters.stage"),
            Target = request.HasTarget ? ReadTarget(request.Target) : null,
        };
    }

    static decimal ReadTarget(double target) =>
        double.IsFinite(target) && target is >= 0 and <= 1_000_000_000 ? decimal.Round((decimal)target, 2) : throw Refuse.Invalid(ActionPlanProblems.IndicatorTargetOutOfRange());
}
