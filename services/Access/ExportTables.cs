using Gms.Access.Accounts;
using Gms.Access.Clients;
using Gms.Access.Organisations;
using Gms.Platform;

namespace Gms.Access;

/// <summary>What can be taken out of Access: who may sign in, never with what.</summary>
static class ExportTables
{
    public static CodeList Roles { get; } = CodeList.Of("role", Role.All);

    public static IReadOnlyList<ExportTable<AccessDb>> All { get; } = [OrganisationExport.Organisations, AccountExport.Accounts, ClientExport.Clients];
}
