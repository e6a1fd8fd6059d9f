using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

/// <summary>The calls of protos/gms/social_security/v1/coverage.proto, one file each in this folder.</summary>
public sealed partial class CoverageService(Records records, SchemeBook book, Call call) : Proto.Coverage.CoverageBase;
