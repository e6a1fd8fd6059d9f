using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Plans;

partial class PlansService
{
    public override Task<Proto.ListServicesResponse> ListServices(Proto.ListServicesRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        return Task.FromResult(new Proto.ListServicesResponse
        {
            Services = { offers.Services.Values.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new Proto.Service { Code = s.Code, Name = s.Name, TypicalPartner = s.TypicalPartner }) },
            Programmes = { offers.OpenIn(country, clock.TodayIn(country)).Select(ToProto) },
            Reasons = { offers.Reasons.Values.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => new Proto.ReturnReason { Code = r.Code, Name = r.Name }) },
        });
    }

    static Proto.Programme ToProto(Programme programme) => new()
    {
        ProgrammeId = programme.Id,
        Name = programme.Name,
        Type = programme.Type,
        Services = { programme.Services ?? [] },
        Source = programme.ToSource(),
    };
}
