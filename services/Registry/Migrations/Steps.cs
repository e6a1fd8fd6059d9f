using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Registry.Migrations;

[DbContext(typeof(RegistryDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(RegistryDb)), Migration("0001_workers")]
sealed class Workers : SqlStep;
