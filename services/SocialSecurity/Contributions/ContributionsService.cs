using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

/// <summary>The calls of protos/gms/social_security/v1/contributions.proto, one file each in this folder.</summary>
sealed partial class ContributionsService(SocialSecurityDb db, SchemeBook book, PaymentDays days, Call call, IPeers peers, ImportRunner imports, TimeProvider clock) : Proto.Contributions.ContributionsBase;
