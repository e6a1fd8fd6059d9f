using Gms.Platform;
using Gms.SocialSecurity.Portability;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

/// <summary>The calls of protos/gms/social_security/v1/coverage.proto, one file each in this folder.</summary>
sealed partial class CoverageService(Records records, SchemeBook book, Plans plans, StatementKeys keys, Call call, TimeProvider clock) : Proto.Coverage.CoverageBase;
