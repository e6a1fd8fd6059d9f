using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

/// <summary>The calls of protos/gms/social_security/v1/portability.proto, one file each in this folder.</summary>
sealed partial class PortabilityService(SocialSecurityDb db, SchemeBook book, ExitBook exits, PortabilityTerms terms, StatementKeys keys, Call call, TimeProvider clock) : Proto.Portability.PortabilityBase;
