-- One SELECT a line, run by the driver and by H2 over the same rows. Order is compared where ORDER BY is written.

-- nulls and negation
SELECT Id FROM Account WHERE Industry <> 'Energy'
SELECT Id FROM Account WHERE NOT Industry = 'Energy'
SELECT Id FROM Account WHERE NOT (Industry = 'Energy' OR Rating = 'Hot')
SELECT Id FROM Account WHERE NOT (Industry = 'Energy' AND Rating = 'Hot')
SELECT Id FROM Account WHERE NOT (Industry = 'Energy' AND NOT (Rating = 'Hot' OR NumberOfEmployees > 100))
SELECT Id FROM Account WHERE NOT (Industry IS NULL)
SELECT Id FROM Account WHERE NOT NOT Industry = 'Energy'
SELECT Id FROM Account WHERE Industry IN ('Energy', NULL)
SELECT Id FROM Account WHERE Industry NOT IN ('Energy', NULL)
SELECT Id FROM Account WHERE NOT (Industry IN ('Energy', 'Banking'))
SELECT Id FROM Account WHERE Industry NOT IN ('Energy', 'Banking')
SELECT Id FROM Account WHERE NOT (Industry NOT IN ('Energy', NULL))
SELECT Id FROM Account WHERE Industry = NULL
SELECT Id FROM Account WHERE Industry <> NULL
SELECT Id FROM Account WHERE NOT (Industry = NULL)
SELECT Id FROM Account WHERE Industry = NULL OR Rating = 'Hot'
SELECT Id FROM Account WHERE Industry IS NULL AND Rating IS NOT NULL
SELECT Id FROM Account WHERE NumberOfEmployees BETWEEN 50 AND 100
SELECT Id FROM Account WHERE NumberOfEmployees NOT BETWEEN 50 AND 100
SELECT Id FROM Account WHERE NOT (NumberOfEmployees BETWEEN 50 AND NULL)
SELECT Id FROM Account WHERE NumberOfEmployees BETWEEN 50 AND NULL
SELECT Id FROM Account WHERE NumberOfEmployees BETWEEN 100 AND 50
SELECT Id FROM Account WHERE NumberOfEmployees IS NOT DISTINCT FROM 60
SELECT Id FROM Account WHERE NumberOfEmployees IS DISTINCT FROM 60
SELECT Id FROM Account WHERE NumberOfEmployees IS DISTINCT FROM NULL
SELECT Id FROM Account WHERE NumberOfEmployees IS NOT DISTINCT FROM NULL
SELECT Id FROM Account WHERE NOT (NumberOfEmployees IS DISTINCT FROM 60)

-- empty text
SELECT Id FROM Account WHERE Industry = ''
SELECT Id FROM Account WHERE Industry <> ''
SELECT Id FROM Account WHERE NOT (Industry = '')
SELECT Id FROM Account WHERE Industry > ''
SELECT Id FROM Account WHERE Industry <= ''
SELECT Id FROM Account WHERE Industry >= ''
SELECT Id FROM Account WHERE Industry < ''
SELECT Id FROM Account WHERE Industry IN ('', 'Energy')
SELECT Id FROM Account WHERE Industry NOT IN ('', 'Energy')
SELECT Id FROM Account WHERE Industry NOT IN ('')
SELECT Id FROM Account WHERE Industry IN ('')
SELECT Id FROM Account WHERE Industry IS DISTINCT FROM ''
SELECT Id FROM Account WHERE Industry IS NOT DISTINCT FROM ''
SELECT Id FROM Account WHERE Industry BETWEEN '' AND 'Energy'
SELECT Id FROM Account WHERE Industry LIKE ''
SELECT Id FROM Account WHERE Industry NOT LIKE ''

-- LIKE
SELECT Name FROM Account WHERE Name LIKE 'united%'
SELECT Name FROM Account WHERE Name LIKE '%&%'
SELECT Name FROM Account WHERE Name LIKE '_cme'
SELECT Name FROM Account WHERE Name LIKE '%100!%%' ESCAPE '!'
SELECT Name FROM Account WHERE Name LIKE 'under!_score%' ESCAPE '!'
SELECT Name FROM Account WHERE Name LIKE '%\\%' ESCAPE '\'
SELECT Name FROM Account WHERE Name LIKE '%''%'
SELECT Name FROM Account WHERE Name LIKE '%"%'
SELECT Name FROM Account WHERE Industry NOT LIKE 'E%'
SELECT Name FROM Account WHERE NOT (Industry LIKE 'E%')
SELECT Name FROM Account WHERE Industry LIKE '%'
SELECT Name FROM Account WHERE Industry NOT LIKE '%'
SELECT Name FROM Account WHERE Industry LIKE NULL
SELECT Name FROM Account WHERE Industry LIKE 'e%' OR Rating LIKE '%o%'
SELECT Id FROM Account WHERE Industry LIKE 'Energy'

-- numbers
SELECT Id FROM Account WHERE NumberOfEmployees > 55.5
SELECT Id FROM Account WHERE NumberOfEmployees >= 60.5
SELECT Id FROM Account WHERE NumberOfEmployees < 60.5
SELECT Id FROM Account WHERE NumberOfEmployees <= 60.5
SELECT Id FROM Account WHERE NumberOfEmployees = 60.5
SELECT Id FROM Account WHERE NumberOfEmployees <> 60.5
SELECT Id FROM Account WHERE NumberOfEmployees = 60.0
SELECT Id FROM Account WHERE NumberOfEmployees IN (60.5, 70)
SELECT Id FROM Account WHERE NumberOfEmployees NOT IN (60.5, 70)
SELECT Id FROM Account WHERE NumberOfEmployees < 3000000000
SELECT Id FROM Account WHERE NumberOfEmployees > 3000000000
SELECT Id FROM Account WHERE NumberOfEmployees = 3000000000
SELECT Id FROM Account WHERE NumberOfEmployees > -1
SELECT Id FROM Account WHERE 100 < NumberOfEmployees
SELECT Id FROM Account WHERE 100 = NumberOfEmployees
SELECT Id FROM Account WHERE AnnualRevenue >= 1000000.00 AND AnnualRevenue < 1E9
SELECT Id FROM Account WHERE AnnualRevenue = 350000
SELECT Id FROM Account WHERE NumberOfEmployees = '60'
SELECT Id, Amount FROM Opportunity WHERE Amount BETWEEN 100000 AND 200000.50
SELECT Id, Int__c, Long__c, Double__c, Currency__c, Percent__c FROM Type_Sample__c
SELECT Id FROM Type_Sample__c WHERE Long__c = 9007199254740993
SELECT Id FROM Type_Sample__c WHERE Long__c > 9007199254740992.5
SELECT Id FROM Type_Sample__c WHERE Double__c = 1234.5678

-- dates and times
SELECT Id, CloseDate FROM Opportunity WHERE CloseDate >= DATE '2026-01-01'
SELECT Id, CloseDate FROM Opportunity WHERE CloseDate >= '2026-01-01'
SELECT Id, CloseDate FROM Opportunity WHERE CloseDate <> '2026-01-01'
SELECT Id, CloseDate FROM Opportunity WHERE CloseDate BETWEEN '2026-01-01' AND '2026-01-31'
SELECT Id, CloseDate FROM Opportunity WHERE NOT (CloseDate BETWEEN '2026-01-01' AND '2026-01-31')
SELECT Id, CreatedDate FROM Account WHERE CreatedDate >= '2021-01-01 00:00:00.0'
SELECT Id, CreatedDate FROM Account WHERE CreatedDate >= TIMESTAMP '2025-06-01 12:00:00'
SELECT Id, CreatedDate FROM Contact WHERE CreatedDate < '2026-01-01' AND CreatedDate >= '2025-01-01'
SELECT Id FROM Opportunity WHERE CloseDate IN (DATE '2026-03-10', DATE '2026-03-11', NULL)
SELECT Id, Time__c FROM Type_Sample__c WHERE Time__c > TIME '12:00:00'
SELECT Id, Time__c FROM Type_Sample__c WHERE Time__c IS NULL
SELECT Id, Date__c, Datetime__c FROM Type_Sample__c WHERE Date__c < DATE '2024-03-01'
SELECT Id, CloseDate FROM Opportunity WHERE CloseDate > TIMESTAMP '2026-01-01 00:00:00'
SELECT Id, CloseDate FROM Opportunity WHERE CloseDate > TIMESTAMP '2026-01-01 10:00:00'

-- booleans
SELECT Id FROM Opportunity WHERE IsClosed
SELECT Id FROM Opportunity WHERE NOT IsClosed
SELECT Id FROM Opportunity WHERE IsClosed = TRUE AND IsWon = FALSE
SELECT Id FROM Opportunity WHERE IsClosed <> TRUE
SELECT Id FROM Opportunity WHERE IsClosed IS NOT TRUE
SELECT Id FROM Opportunity WHERE IsClosed IS FALSE OR Amount > 500000
SELECT Id FROM Opportunity WHERE IsClosed IS UNKNOWN
SELECT Id FROM Opportunity WHERE IsClosed IS NOT UNKNOWN
SELECT Id FROM Opportunity WHERE IsClosed IN (TRUE)
SELECT Id FROM Opportunity WHERE IsClosed = NULL
SELECT Id FROM Opportunity WHERE TRUE
SELECT Id FROM Opportunity WHERE NOT TRUE
SELECT Id FROM Opportunity WHERE 1 = 0 OR IsWon
SELECT Id FROM Opportunity WHERE 1 = 1 AND IsWon
SELECT Id FROM Opportunity WHERE NULL = 1 OR IsWon
SELECT Id FROM Opportunity WHERE NOT (NULL = 1) OR IsWon

-- booleans of a parent that may be missing
SELECT c.Id, a.Active__c FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c = FALSE
SELECT c.Id, a.Active__c FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE NOT a.Active__c
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IS NOT TRUE
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IS NOT FALSE
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IS NULL
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IS NOT NULL
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c <> TRUE
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IS DISTINCT FROM FALSE
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IS DISTINCT FROM TRUE
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c NOT IN (TRUE)
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Active__c IN (FALSE)
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE NOT (a.Active__c OR a.Industry = 'Energy')
SELECT a.Active__c, COUNT(*) FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id GROUP BY a.Active__c
SELECT DISTINCT a.Active__c FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id
SELECT c.Id, a.Active__c FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id ORDER BY a.Active__c, c.Id

-- joins
SELECT c.Id, c.LastName, a.Ext_Id__c FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE a.Industry = 'Energy' ORDER BY c.Id
SELECT c.Id, a.Ext_Id__c FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId WHERE c.Email IS NULL ORDER BY c.Id
SELECT c.Id, a.Name FROM Contact c LEFT OUTER JOIN Account a ON c.AccountId = a.Id WHERE a.Name IS NULL
SELECT c.Id, a.Name FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Industry <> 'Energy'
SELECT c.Id, a.Name FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Industry IS NULL
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Id IS NULL
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE NOT (a.Industry = 'Energy')
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Industry NOT IN ('Energy', 'Banking')
SELECT c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Industry NOT LIKE 'E%'
SELECT c.Id, a.Name FROM Contact c, Account a WHERE c.AccountId = a.Id AND a.Industry = 'Banking'
SELECT c.Id, a.Name FROM Contact c CROSS JOIN Account a WHERE c.AccountId = a.Id
SELECT c.Id, a.Name FROM Account a RIGHT JOIN Contact c ON c.AccountId = a.Id
SELECT c.Id, a.Name, u.Name FROM Contact c JOIN Account a ON c.AccountId = a.Id JOIN "User" u ON a.OwnerId = u.Id
SELECT c.Id, a.Name, u.Name FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id LEFT JOIN "User" u ON a.OwnerId = u.Id WHERE u.IsActive IS NOT TRUE
SELECT u.Id, m.Name, n.Name FROM "User" u LEFT JOIN "User" m ON u.ManagerId = m.Id LEFT JOIN "User" n ON m.ManagerId = n.Id
SELECT u.Id, m.Name, n.Name FROM "User" u JOIN "User" m ON u.ManagerId = m.Id JOIN "User" n ON m.ManagerId = n.Id
SELECT u.Id, m.Name, n.Name FROM "User" u LEFT JOIN "User" m ON u.ManagerId = m.Id JOIN "User" n ON m.ManagerId = n.Id
SELECT a.Id, p.Name FROM Account a JOIN Account p ON a.ParentId = p.Id
SELECT a.Id, p.Name FROM Account a LEFT JOIN Account p ON a.ParentId = p.Id WHERE p.Industry <> 'Energy' OR a.Industry IS NULL
SELECT l.Id, i.Name, a.Name FROM OpportunityLineItem l JOIN Opportunity i ON l.OpportunityId = i.Id LEFT JOIN Account a ON i.AccountId = a.Id
SELECT k.Id, c.Name, a.Name FROM "Case" k JOIN Contact c ON k.ContactId = c.Id JOIN Account a ON k.AccountId = a.Id
SELECT k.Id, p.Subject FROM "Case" k LEFT JOIN "Case" p ON k.ParentId = p.Id WHERE p.IsClosed IS NOT TRUE
SELECT COUNT(*) FROM Contact c JOIN Account a ON c.AccountId = a.Id
SELECT COUNT(*) FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id
SELECT COUNT(a.Industry) FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id
SELECT COUNT(a.Id) FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id
SELECT a.Industry, COUNT(*), COUNT(c.Email) FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id GROUP BY a.Industry
SELECT a.Industry, COUNT(*) FROM Contact c JOIN Account a ON c.AccountId = a.Id GROUP BY a.Industry
SELECT a.Name, b.Name, COUNT(*) FROM Contact c JOIN Account a ON c.AccountId = a.Id LEFT JOIN Account b ON a.ParentId = b.Id GROUP BY a.Name, b.Name
SELECT o.Id FROM Opportunity o, Account a, Contact c WHERE a.Primary_Contact__c = c.Id AND c.AccountId = a.Id AND o.AccountId = a.Id
SELECT a.Id FROM Account a JOIN Contact c ON a.Primary_Contact__c = c.Id AND c.AccountId = a.Id

-- subqueries
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email IS NULL)
SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)
SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact WHERE AccountId IS NOT NULL)
SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity WHERE AccountId IS NOT NULL AND IsWon)
SELECT Id FROM Account WHERE NOT (Id IN (SELECT AccountId FROM Opportunity WHERE AccountId IS NOT NULL AND IsWon))
SELECT Id FROM Account a WHERE EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id)
SELECT Id FROM Account a WHERE EXISTS (SELECT * FROM Contact c WHERE a.Id = c.AccountId AND c.Email IS NULL)
SELECT Id FROM Account a WHERE NOT EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id)
SELECT Id FROM Account a WHERE NOT EXISTS (SELECT 1 FROM Opportunity o WHERE o.AccountId = a.Id AND o.StageName <> 'Closed Won')
SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy')
SELECT Id FROM Contact WHERE AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Energy')
SELECT Id FROM Contact WHERE AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'No such industry')
SELECT Id FROM Contact WHERE AccountId IS NOT NULL AND AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Energy')
SELECT Id FROM Contact WHERE AccountId IS NOT NULL AND AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'No such industry')
SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE 1 = 0)
SELECT Id FROM Contact WHERE AccountId NOT IN (SELECT Id FROM Account WHERE 1 = 0)
SELECT Id FROM Contact c WHERE EXISTS (SELECT 1 FROM Account a WHERE a.Id = c.AccountId AND a.Industry = 'Energy')
SELECT Id FROM Contact c WHERE NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = c.AccountId AND a.Industry = 'Energy')
SELECT Id FROM Contact c WHERE c.AccountId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = c.AccountId AND a.Industry = 'Energy')
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity)
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) OR Id IN (SELECT AccountId FROM Opportunity)
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) OR Industry = 'Energy'
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity) AND Id IN (SELECT AccountId FROM "Case")
SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)
SELECT Id FROM Account WHERE Id NOT IN (SELECT ParentId FROM Account WHERE ParentId IS NOT NULL)
SELECT Id FROM Account a WHERE EXISTS (SELECT 1 FROM Account b WHERE b.ParentId = a.Id)
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM "Case"))
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Task)
SELECT Id FROM Account WHERE Id IN (SELECT c.AccountId FROM Contact c JOIN Contact m ON c.ReportsToId = m.Id)
SELECT Id FROM Account WHERE Id IN (SELECT c.AccountId FROM Contact c JOIN Contact m ON c.ReportsToId = m.Id WHERE m.LastName LIKE 'G%')
SELECT a.Id FROM Account a WHERE a.Id IN (SELECT c.AccountId FROM Contact c WHERE c.OwnerId = a.OwnerId)
SELECT a.Id FROM Account a WHERE EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id AND c.CreatedDate > a.CreatedDate)
SELECT a.Id FROM Account a WHERE EXISTS (SELECT 1 FROM Contact c)
SELECT c.Id FROM Contact c JOIN Account a ON c.AccountId = a.Id WHERE a.Id IN (SELECT AccountId FROM Opportunity WHERE IsWon)
SELECT Id FROM Account WHERE OwnerId IN (SELECT Id FROM "User" WHERE IsActive = FALSE)

-- groups and aggregates
SELECT Industry, COUNT(*) AS n FROM Account GROUP BY Industry
SELECT Industry AS i, COUNT(*) n, SUM(NumberOfEmployees) s FROM Account GROUP BY Industry HAVING COUNT(*) > 3
SELECT Industry, COUNT(Rating), MIN(Ext_Id__c), MAX(NumberOfEmployees), AVG(NumberOfEmployees) FROM Account GROUP BY Industry
SELECT Industry, Rating, COUNT(*) FROM Account GROUP BY Industry, Rating HAVING SUM(NumberOfEmployees) IS NULL
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING NOT COUNT(*) = 4
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(*) <> 4
SELECT Industry, SUM(NumberOfEmployees) FROM Account GROUP BY Industry HAVING SUM(NumberOfEmployees) <> 400
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(*) BETWEEN 2 AND 5 AND Industry <> 'Energy'
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(*) > 2.5
SELECT Industry, MAX(NumberOfEmployees) FROM Account GROUP BY Industry HAVING MAX(NumberOfEmployees) > 99.5
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(*) IN (1, 4, 5)
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING Industry IS NULL
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(Industry) IS NULL
SELECT Industry FROM Account GROUP BY Industry
SELECT COUNT(*) FROM Account GROUP BY Industry
SELECT 1 FROM Account GROUP BY Industry
SELECT Industry, 'x' AS k, COUNT(*) FROM Account GROUP BY Industry
SELECT Industry, Industry AS again, COUNT(*), COUNT(*) AS also FROM Account GROUP BY Industry
SELECT Ext_Id__c, COUNT(*) FROM Account GROUP BY Ext_Id__c
SELECT LOWER(Name) FROM Account
SELECT StageName, COUNT(DISTINCT AccountId) FROM Opportunity GROUP BY StageName
SELECT COUNT(DISTINCT Industry) FROM Account
SELECT COUNT(Industry) FROM Account
SELECT COUNT(*), COUNT(Industry), COUNT(DISTINCT Industry), SUM(NumberOfEmployees), AVG(NumberOfEmployees) FROM Account
SELECT COUNT(1) FROM Account
SELECT COUNT(*) FROM Account WHERE Industry = 'No such industry'
SELECT SUM(NumberOfEmployees), COUNT(*), MAX(Name), MIN(CreatedDate) FROM Account WHERE Name = 'nobody'
SELECT SUM(NumberOfEmployees), COUNT(*) FROM Account WHERE 1 = 0
SELECT COUNT(*) FROM Account WHERE 1 = 0
SELECT COUNT(*) FROM Account WHERE Industry = NULL
SELECT COUNT(*), 1 FROM Account
SELECT Industry, COUNT(*) FROM Account WHERE 1 = 0 GROUP BY Industry
SELECT COUNT(*) FROM Account LIMIT 0
SELECT COUNT(*) FROM Account LIMIT 1
SELECT COUNT(*) FROM Account OFFSET 1
SELECT MAX(NumberOfEmployees) FROM Account LIMIT 5
SELECT MIN(CloseDate), MAX(CloseDate) FROM Opportunity
SELECT MIN(StageName), MAX(StageName) FROM Opportunity ==> SELECT MIN(CASE WHEN StageName = 'Prospecting' THEN StageName END), MAX(CASE WHEN StageName = 'Closed Lost' THEN StageName END) FROM Opportunity
SELECT MIN(DISTINCT NumberOfEmployees), MAX(DISTINCT NumberOfEmployees) FROM Account
SELECT SUM(DISTINCT NumberOfEmployees) FROM Account
SELECT COUNT(*) FROM Account HAVING COUNT(*) > 5
SELECT IsClosed, IsWon, COUNT(*) FROM Opportunity GROUP BY IsClosed, IsWon
SELECT CloseDate, COUNT(*) FROM Opportunity GROUP BY CloseDate HAVING COUNT(*) > 1
SELECT Industry AS Rating, COUNT(*) FROM Account GROUP BY Industry
SELECT DISTINCT Industry FROM Account
SELECT DISTINCT Industry, Rating FROM Account WHERE Rating IS NOT NULL
SELECT DISTINCT Ext_Id__c FROM Account ORDER BY Ext_Id__c
SELECT DISTINCT Ext_Id__c FROM Account ORDER BY Ext_Id__c DESC LIMIT 7
SELECT DISTINCT a.Ext_Id__c FROM Contact c JOIN Account a ON c.AccountId = a.Id ORDER BY a.Ext_Id__c LIMIT 10 OFFSET 3

-- order and limits
SELECT Ext_Id__c, Id FROM Account ORDER BY 1, 2
SELECT Ext_Id__c n, Id FROM Account ORDER BY n DESC, Id
SELECT Id, NumberOfEmployees FROM Account ORDER BY NumberOfEmployees, Id
SELECT Id, NumberOfEmployees FROM Account ORDER BY NumberOfEmployees DESC, Id DESC
SELECT Id, NumberOfEmployees FROM Account ORDER BY NumberOfEmployees NULLS LAST, Id
SELECT Id, NumberOfEmployees FROM Account ORDER BY NumberOfEmployees DESC NULLS LAST, Id
SELECT Id, NumberOfEmployees FROM Account ORDER BY NumberOfEmployees DESC NULLS FIRST, Id
SELECT c.Id, a.NumberOfEmployees FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id ORDER BY a.NumberOfEmployees NULLS LAST, c.Id
SELECT c.Id, a.NumberOfEmployees FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id ORDER BY a.NumberOfEmployees, c.Id
SELECT c.Id, a.NumberOfEmployees FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id ORDER BY a.NumberOfEmployees DESC, c.Id LIMIT 700
SELECT Id FROM Account ORDER BY Ext_Id__c, Id LIMIT 5
SELECT Id FROM Account ORDER BY Ext_Id__c, Id LIMIT 5 OFFSET 50
SELECT Id FROM Account ORDER BY Ext_Id__c, Id OFFSET 50
SELECT Id FROM Account ORDER BY Ext_Id__c, Id OFFSET 10 ROWS FETCH NEXT 5 ROWS ONLY
SELECT Id FROM Account ORDER BY Ext_Id__c, Id FETCH FIRST 3 ROWS ONLY
SELECT TOP 4 Id FROM Account ORDER BY Id
SELECT Id FROM Contact ORDER BY Id LIMIT 5 OFFSET 2100
SELECT Id FROM Contact ORDER BY Id DESC OFFSET 2200
SELECT Id FROM Contact ORDER BY Id LIMIT 300 OFFSET 2000
SELECT Id FROM Contact ORDER BY Id OFFSET 100000
SELECT Id FROM Account LIMIT 0
SELECT CloseDate, COUNT(*) FROM Opportunity GROUP BY CloseDate ORDER BY COUNT(*) DESC, CloseDate
SELECT CloseDate, COUNT(*) AS n FROM Opportunity GROUP BY CloseDate ORDER BY n, CloseDate DESC LIMIT 20
SELECT CloseDate, COUNT(*) AS n FROM Opportunity GROUP BY CloseDate ORDER BY 2 DESC, 1 LIMIT 20 OFFSET 10
SELECT AccountId, SUM(Amount) FROM Opportunity GROUP BY AccountId ORDER BY SUM(Amount) DESC, AccountId
SELECT AccountId FROM Opportunity GROUP BY AccountId ORDER BY MAX(CloseDate), AccountId

-- select lists
SELECT * FROM Account WHERE 1 = 0
SELECT 1 FROM Account
SELECT 1 FROM Account WHERE 1 = 0
SELECT Name, Name, Id, Name AS other FROM Account
SELECT a.Name, 'x', 1, TRUE, a.Id FROM Account a
SELECT "Account"."Name" FROM "salesforce"."Account" WHERE "salesforce"."Account"."Industry" = 'Energy'
SELECT 1
SELECT 1, 'a', TRUE
SELECT 1 WHERE 1 = 0
SELECT DATE '2026-01-02', TIME '10:11:12'
SELECT 1 LIMIT 0

-- derived tables of tools
SELECT COUNT(*) FROM (SELECT * FROM Account WHERE Industry = 'Energy') x
SELECT COUNT(*) FROM (SELECT Id FROM Account ORDER BY Ext_Id__c) x
SELECT x.n FROM (SELECT Name AS n, Industry AS i FROM Account) x WHERE x.i <> 'Energy'
SELECT x.n AS m FROM (SELECT Ext_Id__c AS n, Id FROM Account ORDER BY n, Id) x ORDER BY m
SELECT n FROM (SELECT Id, Ext_Id__c AS n FROM Account WHERE Industry = 'Energy' ORDER BY 2) x
SELECT i, n FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) x WHERE n > 3 AND i <> 'Energy'
SELECT * FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) x WHERE i IS NULL
SELECT COUNT(*) FROM (SELECT Industry FROM Account GROUP BY Industry) x
SELECT COUNT(*) FROM (SELECT DISTINCT Industry FROM Account) x
SELECT COUNT(*) FROM (SELECT Id FROM Account LIMIT 7) x
SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM Account) x
SELECT k, Name FROM (SELECT Name, 'x' AS k FROM Account) q WHERE k = 'x' AND Name LIKE 'A%'
SELECT i, COUNT(*) AS n FROM (SELECT Industry AS i, Rating FROM Account) q WHERE Rating = 'Hot' GROUP BY i
SELECT DISTINCT i FROM (SELECT Industry AS i, Ext_Id__c FROM Account ORDER BY Ext_Id__c) q
SELECT t0.i, COUNT(*) AS n, SUM(t.Amount) AS total FROM (SELECT Amount, AccountId FROM Opportunity) AS t INNER JOIN (SELECT Id, Industry AS i FROM Account) AS t0 ON t.AccountId = t0.Id GROUP BY t0.i
SELECT Id FROM (SELECT Id FROM (SELECT Id, Name FROM Account WHERE Industry = 'Energy') a WHERE Name LIKE 'B%') b
