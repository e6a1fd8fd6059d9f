using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override Task<Proto.ListIndicatorsResponse> ListIndicators(Proto.ListIndicatorsRequest request, ServerCallContext context) => Task.FromResult(new Proto.ListIndicatorsResponse
    {
        Indicators =
        {
            indicators.All.Select(i => new Proto.IndicatorDefinition
            {
                Code = i.Code,
                Title = i.Title,
                Unit = i.Unit.ToProto(),
                Service = i.Service,
                Takes = { i.Takes },
                Needs = { i.Needs },
                Source = i.ToSource(),
            }),
        },
    });
}
