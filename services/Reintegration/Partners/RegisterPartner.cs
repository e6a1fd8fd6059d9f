using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Partners;

partial class PartnersService
{
    public override async Task<Proto.RegisterPartnerResponse> RegisterPartner(Proto.RegisterPartnerRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        Read.Entries(request.Services.Count, "services", 1, 14);
        var partner = new Partner
        {
            Country = country,
            Name = Read.Text(request.Name, "name", 120),
            Organisation = Read.Text(request.Organisation, "organisation", 64),
            Services = [.. request.Services.Select((s, i) => Read.Code(s, $"services[{i}]", offers.Services.Keys)).Distinct()],
            RegisteredOn = clock.TodayIn(country),
        };
        db.Add(partner);
        return await db.Commit(new Proto.RegisterPartnerResponse { PartnerId = partner.Id.ToString() }, context.CancellationToken);
    }
}
