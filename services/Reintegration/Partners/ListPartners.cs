using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Partners;

partial class PartnersService
{
    public override async Task<Proto.ListPartnersResponse> ListPartners(Proto.ListPartnersRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        var service = request.Service.Length == 0 ? null : Read.Code(request.Service, "service", offers.Services.Keys);
        var partners = await db.Partners.AsNoTracking().Where(p => p.Country == country && p.EndedOn == null && (service == null || p.Services.Contains(service))).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(context.CancellationToken);
        return new() { Partners = { partners.Select(p => new Proto.Partner { PartnerId = p.Id.ToString(), Name = p.Name, Organisation = p.Organisation, Services = { p.Services }, RegisteredOn = p.RegisteredOn.ToProto() }) } };
    }
}
