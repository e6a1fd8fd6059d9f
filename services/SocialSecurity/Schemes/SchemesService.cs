using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Schemes;

/// <summary>The calls of protos/gms/social_security/v1/schemes.proto, one file each in this folder.</summary>
public sealed partial class SchemesService(SchemeBook book) : Proto.Schemes.SchemesBase;
