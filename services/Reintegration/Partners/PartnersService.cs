using Gms.Platform;
using Gms.Reintegration.Cases;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Partners;

/// <summary>The calls of protos/gms/reintegration/v1/partners.proto, one file each in this folder.</summary>
public sealed partial class PartnersService(ReintegrationDb db, Call call, TimeProvider clock, Offers offers, CaseWords words) : Proto.Partners.PartnersBase;
