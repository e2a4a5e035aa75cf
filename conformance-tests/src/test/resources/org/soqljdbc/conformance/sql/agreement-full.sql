-- SELECTs that one SOQL query cannot say, one a line, run by the driver and by H2 over the same rows. Where H2 has no such
-- construct, what it is given instead stands after ==>. Where H2 gives a function a whole number of another size than SQL
-- leaves open, CAST says which is meant.

-- joins of every sort
SELECT a.Name, c.LastName, c.Id FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id WHERE a.Industry = 'Energy'
SELECT a.Id, COUNT(c.Id) FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id GROUP BY a.Id
SELECT a.Id, o.Amount FROM Account a JOIN Opportunity o ON o.AccountId = a.Id WHERE o.Amount > 500000
SELECT a.Id, o.Id FROM Account a LEFT JOIN Opportunity o ON o.AccountId = a.Id AND o.IsWon
SELECT a.Id, o.Id FROM Account a LEFT JOIN Opportunity o ON o.AccountId = a.Id AND o.Amount > 100000 WHERE o.Id IS NULL
SELECT a.Id, o.Id FROM Opportunity o RIGHT JOIN Account a ON o.AccountId = a.Id WHERE a.Rating = 'Hot'
SELECT a.Id, o.Id FROM Opportunity o RIGHT JOIN Account a ON o.AccountId = a.Id AND o.StageName = 'Closed Won'
SELECT a.Id, b.Id FROM Account a FULL JOIN Account b ON a.Id = b.ParentId ==> SELECT a.Id, b.Id FROM Account a LEFT JOIN Account b ON a.Id = b.ParentId UNION ALL SELECT NULL, b.Id FROM Account b WHERE NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = b.ParentId)
SELECT a.Id, o.Id FROM Account a FULL JOIN Opportunity o ON o.AccountId = a.Id AND o.Amount > a.AnnualRevenue ==> SELECT a.Id, o.Id FROM Account a LEFT JOIN Opportunity o ON o.AccountId = a.Id AND o.Amount > a.AnnualRevenue UNION ALL SELECT NULL, o.Id FROM Opportunity o WHERE NOT EXISTS (SELECT 1 FROM Account a WHERE o.AccountId = a.Id AND o.Amount > a.AnnualRevenue)
SELECT a.Industry, u.Name FROM Account a CROSS JOIN "User" u
SELECT a.Id, u.Id FROM Account a, "User" u WHERE u.IsActive
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.NumberOfEmployees > b.NumberOfEmployees
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.NumberOfEmployees = b.NumberOfEmployees AND a.Id < b.Id
SELECT a.Id, b.Id FROM Account a LEFT JOIN Account b ON a.NumberOfEmployees BETWEEN b.NumberOfEmployees - 5 AND b.NumberOfEmployees + 5 AND a.Id <> b.Id
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.Industry = b.Industry
SELECT a.Id, b.Id FROM Account a JOIN Account b ON UPPER(a.Industry) = b.Industry
SELECT a.Id, b.Id FROM Account a JOIN Account b ON LOWER(a.Industry) = b.Industry AND a.Rating = b.Rating
SELECT a.Id, t.Id FROM Account a LEFT JOIN Type_Sample__c t ON a.Name = t.Text__c
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.Industry IS NOT DISTINCT FROM b.Industry AND a.Rating IS NOT DISTINCT FROM b.Rating
SELECT a.Id, b.Id FROM Account a LEFT JOIN Account b ON a.Industry LIKE b.Rating || '%'
SELECT a.Id, b.Id FROM Account a LEFT JOIN Account b ON a.ParentId = b.Id OR b.ParentId = a.Id
SELECT c.Id, o.Id FROM Contact c JOIN Opportunity o ON c.AccountId = o.AccountId WHERE o.Amount > 800000
SELECT a.Id, c.Id, o.Id FROM Account a JOIN Contact c ON c.AccountId = a.Id JOIN Opportunity o ON o.AccountId = a.Id WHERE a.Industry = 'Banking' AND o.IsWon
SELECT a.Id, c.Id, k.Id FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id LEFT JOIN "Case" k ON k.ContactId = c.Id WHERE a.Industry = 'Energy'
SELECT a.Name, u.Name, p.Name FROM Account a LEFT JOIN "User" u ON a.OwnerId = u.Id LEFT JOIN Account p ON p.Name = u.Name
SELECT x.Id, y.n FROM Account x JOIN (SELECT AccountId, COUNT(*) AS n FROM Contact GROUP BY AccountId) y ON y.AccountId = x.Id
SELECT x.Id, y.n FROM Account x LEFT JOIN (SELECT AccountId, COUNT(*) AS n FROM Opportunity WHERE IsWon GROUP BY AccountId) y ON y.AccountId = x.Id WHERE COALESCE(y.n, 0) = 0
SELECT a.Id, a.n, b.n FROM (SELECT Industry AS Id, COUNT(*) AS n FROM Account GROUP BY Industry) a JOIN (SELECT Industry AS Id, SUM(NumberOfEmployees) AS n FROM Account GROUP BY Industry) b ON a.Id = b.Id
SELECT Id, n, Name FROM Account JOIN (VALUES ('energy', 1), ('BANKING', 2)) v (i, n) ON Industry = v.i
SELECT v.n, a.Id FROM (VALUES ('energy', 1), ('No such', 2)) v (i, n) LEFT JOIN Account a ON a.Industry = v.i
SELECT COUNT(*) FROM Contact c JOIN Contact d ON c.LastName = d.LastName AND c.Id < d.Id
SELECT COUNT(*) FROM Account a JOIN Account b ON a.Name <> b.Name
SELECT t.Id, a.Id FROM Task t LEFT JOIN Account a ON t.WhatId = a.Id
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.Rating > b.Rating AND a.Industry = 'Energy'
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.CreatedDate < b.CreatedDate AND a.Industry = 'Energy' AND b.Industry = 'Energy'
SELECT a.Id, b.Id FROM Account a JOIN Account b ON (a.Industry, a.Rating) = (b.Industry, b.Rating)

-- subqueries
SELECT Id, (SELECT COUNT(*) FROM Contact c WHERE c.AccountId = a.Id) AS n FROM Account a
SELECT Id, (SELECT MAX(Amount) FROM Opportunity o WHERE o.AccountId = a.Id) AS n FROM Account a
SELECT Id, (SELECT MIN(o.CloseDate) FROM Opportunity o WHERE o.AccountId = a.Id AND o.IsWon) AS d FROM Account a
SELECT Id, (SELECT Name FROM Account p WHERE p.Id = a.ParentId) AS parent FROM Account a
SELECT Id, (SELECT COUNT(*) FROM Account) AS everything FROM Account WHERE Industry = 'Energy'
SELECT Id FROM Account WHERE NumberOfEmployees > (SELECT AVG(NumberOfEmployees) FROM Account)
SELECT Id FROM Account a WHERE NumberOfEmployees > (SELECT AVG(NumberOfEmployees) FROM Account b WHERE b.Industry = a.Industry)
SELECT Id FROM Account WHERE NumberOfEmployees = (SELECT MAX(NumberOfEmployees) FROM Account)
SELECT Id FROM Account WHERE Name = (SELECT MAX(Name) FROM Account WHERE Industry = 'No such industry')
SELECT Id FROM Account a WHERE EXISTS (SELECT 1 FROM Account b WHERE b.Industry = a.Industry AND b.Id <> a.Id)
SELECT Id FROM Account a WHERE NOT EXISTS (SELECT 1 FROM Account b WHERE b.Industry = a.Industry AND b.NumberOfEmployees > a.NumberOfEmployees)
SELECT Id FROM Account a WHERE EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id) AND NOT EXISTS (SELECT 1 FROM Opportunity o WHERE o.AccountId = a.Id)
SELECT Id FROM Account a WHERE EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id) OR a.Rating = 'Cold'
SELECT Id FROM Account a WHERE NOT EXISTS (SELECT 1 FROM Opportunity o WHERE o.AccountId = a.Id AND o.Amount > a.AnnualRevenue)
SELECT 1 WHERE EXISTS (SELECT 1 FROM Account)
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM Account)
SELECT 1 WHERE EXISTS (SELECT 1 FROM Account WHERE Name = 'No such name')
SELECT Id FROM Account WHERE Industry IN (SELECT Industry FROM Account WHERE Rating = 'Hot')
SELECT Id FROM Account WHERE Industry NOT IN (SELECT Industry FROM Account WHERE Rating = 'Hot')
SELECT Id FROM Account WHERE Industry NOT IN (SELECT Industry FROM Account WHERE Rating = 'Hot' AND Industry IS NOT NULL)
SELECT Id FROM Account WHERE Industry NOT IN (SELECT Industry FROM Account WHERE 1 = 0)
SELECT Id FROM Account WHERE UPPER(Industry) IN (SELECT LOWER(Industry) FROM Account WHERE Rating = 'Hot' AND Industry LIKE 'E%') ==> SELECT Id FROM Account WHERE UPPER(Industry) IN (SELECT UPPER(Industry) FROM Account WHERE Rating = 'Hot' AND Industry LIKE 'E%')
SELECT Id FROM Account a WHERE Rating IN (SELECT Rating FROM Account b WHERE b.Industry = a.Industry AND b.Id <> a.Id)
SELECT Id FROM Account a WHERE Rating NOT IN (SELECT Rating FROM Account b WHERE b.Industry = a.Industry AND b.Id <> a.Id)
SELECT Id FROM Account WHERE (Industry, Rating) IN (SELECT Industry, Rating FROM Account WHERE NumberOfEmployees > 60)
SELECT Id FROM Account WHERE NumberOfEmployees > ALL (SELECT NumberOfEmployees FROM Account WHERE Industry = 'Energy' AND NumberOfEmployees IS NOT NULL)
SELECT Id FROM Account WHERE NumberOfEmployees >= ALL (SELECT NumberOfEmployees FROM Account WHERE Industry = 'Energy')
SELECT Id FROM Account WHERE NumberOfEmployees < ANY (SELECT NumberOfEmployees FROM Account WHERE Industry = 'Energy')
SELECT Id FROM Account WHERE NumberOfEmployees > ALL (SELECT NumberOfEmployees FROM Account WHERE 1 = 0)
SELECT Id FROM Account WHERE Industry = ANY (SELECT Industry FROM Account WHERE Rating = 'Hot')
SELECT Id FROM Account WHERE Industry <> ALL (SELECT Industry FROM Account WHERE Rating = 'Hot' AND Industry IS NOT NULL)
SELECT Id, CASE WHEN Id IN (SELECT AccountId FROM Contact) THEN 'has' ELSE 'none' END AS k FROM Account
SELECT Id, EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id) AS k FROM Account a
SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(*) > (SELECT COUNT(*) FROM Account WHERE Industry = 'Energy')
SELECT c.Id FROM Contact c WHERE c.CreatedDate = (SELECT MAX(d.CreatedDate) FROM Contact d WHERE d.AccountId = c.AccountId)
SELECT o.Id FROM Opportunity o WHERE o.Amount > 2 * (SELECT AVG(p.Amount) FROM Opportunity p WHERE p.AccountId = o.AccountId)
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact UNION SELECT AccountId FROM Opportunity)
SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact WHERE AccountId IS NOT NULL UNION SELECT AccountId FROM Opportunity WHERE AccountId IS NOT NULL)
SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity ORDER BY Amount DESC, Id LIMIT 5)
SELECT (SELECT COUNT(*) FROM Account) AS a, (SELECT COUNT(*) FROM Contact) AS c
SELECT x.Id FROM (SELECT Id, NumberOfEmployees AS n FROM Account WHERE Industry IS NOT NULL) x WHERE x.n > (SELECT AVG(NumberOfEmployees) FROM Account)

-- set operations
SELECT Industry FROM Account UNION SELECT LeadSource FROM Opportunity
SELECT Industry FROM Account UNION ALL SELECT LeadSource FROM Opportunity
SELECT Industry FROM Account UNION SELECT UPPER(Industry) FROM Account ==> SELECT Industry FROM Account UNION SELECT Industry FROM Account
SELECT Id FROM Account UNION SELECT AccountId FROM Contact
SELECT Id FROM Account INTERSECT SELECT AccountId FROM Contact
SELECT Id FROM Account EXCEPT SELECT AccountId FROM Contact
SELECT Industry FROM Account INTERSECT SELECT Industry FROM Account WHERE Rating = 'Hot'
SELECT Industry FROM Account EXCEPT SELECT Industry FROM Account WHERE Rating = 'Hot'
SELECT Industry, Rating FROM Account EXCEPT SELECT Industry, Rating FROM Account WHERE NumberOfEmployees > 50
SELECT Industry, Rating FROM Account INTERSECT SELECT Industry, Rating FROM Account WHERE NumberOfEmployees > 50
SELECT Industry FROM Account INTERSECT ALL SELECT Industry FROM Account WHERE Rating = 'Hot' ==> SELECT x FROM (SELECT Industry AS x, ROW_NUMBER() OVER (PARTITION BY Industry) AS n FROM Account INTERSECT SELECT Industry, ROW_NUMBER() OVER (PARTITION BY Industry) FROM Account WHERE Rating = 'Hot') q
SELECT Industry FROM Account EXCEPT ALL SELECT Industry FROM Account WHERE Rating = 'Hot' ==> SELECT x FROM (SELECT Industry AS x, ROW_NUMBER() OVER (PARTITION BY Industry) AS n FROM Account EXCEPT SELECT Industry, ROW_NUMBER() OVER (PARTITION BY Industry) FROM Account WHERE Rating = 'Hot') q
SELECT Industry, Rating FROM Account EXCEPT ALL SELECT UPPER(Industry), Rating FROM Account WHERE NumberOfEmployees > 50 ==> SELECT x, y FROM (SELECT Industry AS x, Rating AS y, ROW_NUMBER() OVER (PARTITION BY Industry, Rating) AS n FROM Account EXCEPT SELECT Industry, Rating, ROW_NUMBER() OVER (PARTITION BY Industry, Rating) FROM Account WHERE NumberOfEmployees > 50) q
SELECT AccountId FROM Contact INTERSECT ALL SELECT AccountId FROM Opportunity ==> SELECT x FROM (SELECT AccountId AS x, ROW_NUMBER() OVER (PARTITION BY AccountId) AS n FROM Contact INTERSECT SELECT AccountId, ROW_NUMBER() OVER (PARTITION BY AccountId) FROM Opportunity) q
SELECT NumberOfEmployees FROM Account INTERSECT ALL SELECT NumberOfEmployees FROM Account WHERE Rating = 'Hot' ==> SELECT x FROM (SELECT NumberOfEmployees AS x, ROW_NUMBER() OVER (PARTITION BY NumberOfEmployees) AS n FROM Account INTERSECT SELECT NumberOfEmployees, ROW_NUMBER() OVER (PARTITION BY NumberOfEmployees) FROM Account WHERE Rating = 'Hot') q
SELECT NumberOfEmployees FROM Account EXCEPT ALL SELECT NumberOfEmployees FROM Account WHERE Rating = 'Hot' ==> SELECT x FROM (SELECT NumberOfEmployees AS x, ROW_NUMBER() OVER (PARTITION BY NumberOfEmployees) AS n FROM Account EXCEPT SELECT NumberOfEmployees, ROW_NUMBER() OVER (PARTITION BY NumberOfEmployees) FROM Account WHERE Rating = 'Hot') q
SELECT Name AS n, 'account' AS kind FROM Account WHERE Industry = 'Energy' UNION ALL SELECT LastName, 'contact' FROM Contact WHERE LastName LIKE 'G%'
SELECT Industry AS x FROM Account UNION SELECT Rating FROM Account ORDER BY x
SELECT Industry AS x FROM Account UNION SELECT Rating FROM Account ORDER BY x DESC LIMIT 5 OFFSET 2
SELECT Industry AS x FROM Account UNION SELECT Rating FROM Account EXCEPT SELECT 'hot'
(SELECT Id FROM Account ORDER BY Id LIMIT 3) UNION ALL (SELECT Id FROM Contact ORDER BY Id LIMIT 2)
SELECT Industry FROM Account WHERE Rating = 'Hot' UNION (SELECT Industry FROM Account INTERSECT SELECT 'energy')
SELECT NumberOfEmployees FROM Account UNION SELECT AnnualRevenue FROM Account
SELECT COUNT(*) FROM (SELECT Industry FROM Account UNION SELECT Rating FROM Account) x
SELECT x.i, COUNT(*) FROM (SELECT Industry AS i FROM Account UNION ALL SELECT LOWER(Industry) FROM Account) x GROUP BY x.i ==> SELECT Industry, 2 * COUNT(*) FROM Account GROUP BY Industry
SELECT NULL AS x FROM Account WHERE Rating = 'Hot' UNION SELECT Industry FROM Account
VALUES (1, 'a'), (2, 'b')
SELECT * FROM (VALUES (1, 'a'), (2, NULL), (NULL, 'c')) t (n, s) ORDER BY n
SELECT s, COUNT(*) FROM (VALUES ('a'), ('A'), ('b'), (NULL)) t (s) GROUP BY s ==> SELECT s, COUNT(*) FROM (VALUES (CAST('a' AS VARCHAR_IGNORECASE)), ('A'), ('b'), (NULL)) t (s) GROUP BY s
SELECT DISTINCT s FROM (VALUES ('a'), ('A'), ('b'), (NULL)) t (s) ==> SELECT DISTINCT s FROM (VALUES (CAST('a' AS VARCHAR_IGNORECASE)), ('A'), ('b'), (NULL)) t (s)

-- windows
SELECT Id, ROW_NUMBER() OVER (ORDER BY Id) AS r FROM Account
SELECT Id, ROW_NUMBER() OVER (PARTITION BY Industry ORDER BY Id) AS r FROM Account ORDER BY Id
SELECT Id, RANK() OVER (PARTITION BY Industry ORDER BY NumberOfEmployees) AS r FROM Account ORDER BY Id
SELECT Id, DENSE_RANK() OVER (ORDER BY Industry) AS r FROM Account ORDER BY Id
SELECT Id, DENSE_RANK() OVER (ORDER BY NumberOfEmployees DESC) AS r FROM Account ORDER BY Id
SELECT Id, RANK() OVER (ORDER BY NumberOfEmployees DESC NULLS LAST) AS r FROM Account ORDER BY Id
SELECT Id, COUNT(*) OVER (PARTITION BY Industry) AS n FROM Account ORDER BY Id
SELECT Id, COUNT(*) OVER () AS n FROM Account ORDER BY Id
SELECT Id, SUM(NumberOfEmployees) OVER (PARTITION BY Industry ORDER BY Id) AS s FROM Account ORDER BY Id
SELECT Id, SUM(NumberOfEmployees) OVER (PARTITION BY Industry ORDER BY Id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM Account ORDER BY Id
SELECT Id, SUM(NumberOfEmployees) OVER (ORDER BY Id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS s FROM Account ORDER BY Id
SELECT Id, AVG(NumberOfEmployees) OVER (PARTITION BY Rating) AS s FROM Account ORDER BY Id
SELECT Id, MIN(Industry) OVER (PARTITION BY Rating) AS m FROM Account ORDER BY Id
SELECT Id, MAX(Industry) OVER (PARTITION BY Rating) AS m FROM Account ORDER BY Id
SELECT Id, MAX(Id) OVER (PARTITION BY Rating) AS m FROM Account ORDER BY Id
SELECT Id, LAG(NumberOfEmployees) OVER (ORDER BY Id) AS p, LEAD(NumberOfEmployees, 2) OVER (ORDER BY Id) AS q FROM Account ORDER BY Id
SELECT Id, LAG(Name, 1, 'none') OVER (ORDER BY Id) AS p FROM Account ORDER BY Id
SELECT Id, FIRST_VALUE(Name) OVER (PARTITION BY Industry ORDER BY Id) AS f, LAST_VALUE(Name) OVER (PARTITION BY Industry ORDER BY Id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS l FROM Account ORDER BY Id
SELECT Id, CAST(NTILE(4) OVER (ORDER BY Id) AS INTEGER) AS q FROM Account ORDER BY Id
SELECT Id, SUM(NumberOfEmployees) OVER w AS s, COUNT(*) OVER w AS n FROM Account WINDOW w AS (PARTITION BY Industry ORDER BY Id) ORDER BY Id
SELECT Id FROM (SELECT Id, ROW_NUMBER() OVER (PARTITION BY AccountId ORDER BY Amount DESC, Id) AS r FROM Opportunity) x WHERE r = 1
SELECT Industry, COUNT(*) AS n, RANK() OVER (ORDER BY COUNT(*) DESC) AS r FROM Account GROUP BY Industry ORDER BY Industry
SELECT Id, NumberOfEmployees * 100 / SUM(NumberOfEmployees) OVER () AS share FROM Account ORDER BY Id
SELECT Industry, SUM(COUNT(*)) OVER () AS n FROM Account GROUP BY Industry ORDER BY Industry
SELECT a.Id, ROW_NUMBER() OVER (PARTITION BY a.Id ORDER BY c.Id) AS r FROM Account a JOIN Contact c ON c.AccountId = a.Id ORDER BY a.Id, r
SELECT Id, COUNT(Rating) OVER (PARTITION BY LOWER(Industry)) AS n FROM Account ORDER BY Id ==> SELECT Id, COUNT(Rating) OVER (PARTITION BY Industry) AS n FROM Account ORDER BY Id

-- CASE and null functions
SELECT Id, CASE WHEN NumberOfEmployees > 100 THEN 'big' WHEN NumberOfEmployees > 50 THEN 'middling' ELSE 'small' END AS size FROM Account
SELECT Id, CASE Rating WHEN 'hot' THEN 3 WHEN 'WARM' THEN 2 ELSE 1 END AS heat FROM Account
SELECT Id, CASE WHEN Industry IS NULL THEN 'none' END AS k FROM Account
SELECT CASE WHEN NumberOfEmployees > 60 THEN 'big' ELSE 'small' END AS size, COUNT(*) FROM Account GROUP BY CASE WHEN NumberOfEmployees > 60 THEN 'big' ELSE 'small' END
SELECT SUM(CASE WHEN IsWon THEN 1 ELSE 0 END) AS won, SUM(CASE WHEN IsWon THEN Amount END) AS amount FROM Opportunity
SELECT COUNT(CASE WHEN IsWon THEN 1 END) AS won FROM Opportunity
SELECT Id, COALESCE(Industry, Rating, 'none') AS k FROM Account
SELECT Id, COALESCE(NumberOfEmployees, 0) AS n FROM Account
SELECT Id, COALESCE(AnnualRevenue, 0) AS n FROM Account
SELECT Id, NULLIF(Rating, 'hot') AS k FROM Account ==> SELECT Id, CASE WHEN Rating = 'hot' THEN NULL ELSE Rating END AS k FROM Account
SELECT Id, NULLIF(NumberOfEmployees, 60) AS n FROM Account
SELECT Id FROM Account WHERE CASE WHEN Rating = 'Hot' THEN NumberOfEmployees ELSE 0 END > 50
SELECT Id FROM Account WHERE COALESCE(Industry, 'energy') = 'ENERGY' ==> SELECT Id FROM Account WHERE UPPER(COALESCE(Industry, 'energy')) = 'ENERGY'
SELECT Id FROM Account ORDER BY CASE Rating WHEN 'Hot' THEN 1 WHEN 'Warm' THEN 2 ELSE 3 END, Id
SELECT Id, IsWon AND IsClosed AS k, NOT IsWon AS m FROM Opportunity
SELECT Id, Amount > 100000 AS large FROM Opportunity
SELECT Id, Industry = 'Energy' AS k FROM Account
SELECT Id, Industry IS NULL AS k FROM Account

-- numbers
SELECT Id, NumberOfEmployees + 1 AS n, NumberOfEmployees * 2 AS m, NumberOfEmployees - 5 AS k FROM Account
SELECT Id, NumberOfEmployees / 7 AS n, MOD(NumberOfEmployees, 7) AS m FROM Account
SELECT Id, -NumberOfEmployees AS n FROM Account
SELECT Id, Amount * 2 AS n, Amount + 1 AS m FROM Opportunity
SELECT Id, Amount / 3 AS n FROM Opportunity
SELECT Id, ABS(Amount - 100000) AS n FROM Opportunity
SELECT Id, ROUND(Amount / 7, 2) AS n FROM Opportunity
SELECT Id, FLOOR(Amount / 1000) AS n, CEIL(Amount / 1000) AS m FROM Opportunity
SELECT Id, SIGN(NumberOfEmployees - 60) AS n FROM Account ==> SELECT Id, CAST(SIGN(NumberOfEmployees - 60) AS INTEGER) AS n FROM Account
SELECT Id, POWER(NumberOfEmployees, 2) AS n, SQRT(NumberOfEmployees) AS m FROM Account
SELECT Id, CAST(Amount AS INTEGER) AS n FROM Opportunity WHERE Amount < 1000000
SELECT Id, CAST(NumberOfEmployees AS DECIMAL(12, 2)) AS n FROM Account
SELECT Id, CAST(NumberOfEmployees AS VARCHAR) AS n FROM Account
SELECT Id, CAST(NumberOfEmployees AS BIGINT) * 1000000000 AS n FROM Account
SELECT Id FROM Opportunity WHERE Amount / 2 > 200000
SELECT Id FROM Account WHERE NumberOfEmployees * 2 = 120
SELECT Id FROM Account WHERE MOD(NumberOfEmployees, 2) = 1
SELECT SUM(Amount * Probability / 100) AS expected FROM Opportunity
SELECT StageName, SUM(Amount) / COUNT(*) AS mean, MAX(Amount) - MIN(Amount) AS spread FROM Opportunity GROUP BY StageName
SELECT Industry, AVG(NumberOfEmployees) AS n, SUM(NumberOfEmployees) AS m FROM Account GROUP BY Industry
SELECT GREATEST(NumberOfEmployees, 60) AS g, LEAST(NumberOfEmployees, 60) AS l FROM Account WHERE NumberOfEmployees IS NOT NULL
SELECT CAST('12' AS INTEGER) + 1 AS n, CAST('12.50' AS DECIMAL(6, 2)) AS d
SELECT 1 + 1 AS two, 7 / 2 AS three, 'a' || 'b' AS ab

-- text
SELECT UPPER(Name) AS u, LOWER(Name) AS l FROM Account
SELECT Name || ' (' || Industry || ')' AS t FROM Account
SELECT CONCAT(FirstName, ' ', LastName) AS n FROM Contact WHERE AccountId IS NULL ==> SELECT FirstName || ' ' || LastName AS n FROM Contact WHERE AccountId IS NULL
SELECT SUBSTRING(Name, 1, 3) AS t, SUBSTRING(Name FROM 3) AS u FROM Account
SELECT LEFT(Name, 2) AS l, RIGHT(Name, 2) AS r FROM Account
SELECT CAST(CHAR_LENGTH(Name) AS INTEGER) AS n FROM Account
SELECT CAST(LENGTH(Name) AS INTEGER) AS n FROM Account WHERE LENGTH(Name) > 12
SELECT TRIM(Name) AS t, TRIM(LEADING 'A' FROM Name) AS u, TRIM(BOTH 'e' FROM Name) AS v FROM Account
SELECT LTRIM(Name) AS t, RTRIM(Name) AS u FROM Account
SELECT REPLACE(Name, 'a', 'o') AS t FROM Account ==> SELECT REPLACE(CAST(Name AS VARCHAR), 'a', 'o') AS t FROM Account
SELECT CAST(POSITION('a' IN LOWER(Name)) AS INTEGER) AS n FROM Account
SELECT LPAD(Rating, 6, '.') AS l, RPAD(Rating, 6, '.') AS r FROM Account
SELECT Id FROM Account WHERE SUBSTRING(Industry, 1, 1) = 'E'
SELECT Id FROM Account WHERE UPPER(Industry) = 'ENERGY'
SELECT Id FROM Account WHERE LOWER(Name) LIKE '%united%'
SELECT Id FROM Account WHERE Industry || Rating = 'EnergyHot'
SELECT Id FROM Account WHERE Name LIKE Industry || '%'
SELECT SUBSTRING(Industry, 1, 1) AS i, COUNT(*) FROM Account GROUP BY SUBSTRING(Industry, 1, 1)
SELECT SUBSTRING(Id, 1, 3) AS prefix, COUNT(*) FROM Account GROUP BY SUBSTRING(Id, 1, 3)
SELECT Id FROM Account ORDER BY LOWER(Industry), Id
SELECT Id FROM Account ORDER BY CAST(CHAR_LENGTH(Industry) AS INTEGER) DESC, Id LIMIT 9

-- dates and times
SELECT Id, CAST(EXTRACT(YEAR FROM CloseDate) AS INTEGER) AS y, CAST(EXTRACT(MONTH FROM CloseDate) AS INTEGER) AS m, CAST(EXTRACT(DAY FROM CloseDate) AS INTEGER) AS d FROM Opportunity
SELECT COUNT(*), SUM(Amount) FROM Opportunity GROUP BY YEAR(CloseDate)
SELECT COUNT(*) FROM Opportunity GROUP BY QUARTER(CloseDate)
SELECT Id, CAST(EXTRACT(HOUR FROM CreatedDate) AS INTEGER) AS h, CAST(EXTRACT(MINUTE FROM CreatedDate) AS INTEGER) AS m FROM Account
SELECT Id, CAST(CreatedDate AS DATE) AS d FROM Account
SELECT Id, CAST(CloseDate AS TIMESTAMP) AS t FROM Opportunity
SELECT CAST(CreatedDate AS DATE) AS d, COUNT(*) FROM Account GROUP BY CAST(CreatedDate AS DATE)
SELECT Id FROM Account WHERE CAST(CreatedDate AS DATE) = DATE '2025-06-01'
SELECT Id FROM Opportunity WHERE YEAR(CloseDate) = 2026 AND MONTH(CloseDate) = 3
SELECT Id, CloseDate + INTERVAL '7' DAY AS d FROM Opportunity
SELECT Id, CreatedDate + INTERVAL '3' HOUR AS t FROM Account
SELECT Id, CloseDate - INTERVAL '1' MONTH AS d FROM Opportunity
SELECT Id FROM Opportunity WHERE CloseDate > DATE '2026-01-01' + INTERVAL '30' DAY
SELECT Id, CAST(TIMESTAMPDIFF(DAY, DATE '2026-01-01', CloseDate) AS INTEGER) AS n FROM Opportunity
SELECT Id, CAST(CloseDate AS VARCHAR) AS t FROM Opportunity
SELECT Id, CAST('2026-01-0' || '5' AS DATE) AS d FROM Account
SELECT MAX(CreatedDate) AS t, MIN(CloseDate) AS d FROM Opportunity WHERE IsWon OR Amount * 1 > 0
SELECT Id, EXTRACT(YEAR FROM CloseDate) = 2026 AS k FROM Opportunity

-- derived tables and common tables
WITH e AS (SELECT Id, Name FROM Account WHERE Industry = 'Energy') SELECT c.Id, e.Name FROM e JOIN Contact c ON c.AccountId = e.Id
WITH e AS (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry), m AS (SELECT MAX(n) AS n FROM e) SELECT e.i, e.n FROM e JOIN m ON e.n = m.n
WITH e (a, b) AS (SELECT Industry, NumberOfEmployees FROM Account) SELECT a, SUM(b) FROM e GROUP BY a
WITH e AS (SELECT Id, ParentId FROM Account) SELECT x.Id, y.Id FROM e x LEFT JOIN e y ON x.ParentId = y.Id
SELECT t.i, t.n FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) t ORDER BY t.n DESC, t.i LIMIT 3
SELECT AVG(n) AS mean FROM (SELECT COUNT(*) AS n FROM Contact GROUP BY AccountId) t
SELECT MAX(n) - MIN(n) AS spread FROM (SELECT AccountId, COUNT(*) AS n FROM Contact WHERE AccountId IS NOT NULL GROUP BY AccountId) t
SELECT t.Id, t.Name FROM (SELECT Id, Name FROM Account ORDER BY Id LIMIT 10) t WHERE t.Name LIKE '%a%'
SELECT COUNT(*) FROM (SELECT DISTINCT Industry, Rating FROM Account) t
SELECT t.n, COUNT(*) FROM (SELECT CAST(CHAR_LENGTH(Name) AS INTEGER) AS n FROM Account) t GROUP BY t.n

-- groups
SELECT Industry, COUNT(DISTINCT Rating), COUNT(DISTINCT OwnerId), COUNT(*) FROM Account GROUP BY Industry
SELECT COUNT(DISTINCT Rating), COUNT(DISTINCT Industry), SUM(DISTINCT NumberOfEmployees) FROM Account
SELECT Industry, COUNT(*) FILTER (WHERE Rating = 'Hot') AS hot FROM Account GROUP BY Industry
SELECT Industry, SUM(NumberOfEmployees) FILTER (WHERE Rating = 'Hot') AS hot FROM Account GROUP BY Industry
SELECT Industry, Rating, COUNT(*) FROM Account GROUP BY ROLLUP (Industry, Rating) ==> SELECT Industry, Rating, COUNT(*) FROM Account GROUP BY Industry, Rating UNION ALL SELECT Industry, NULL, COUNT(*) FROM Account GROUP BY Industry UNION ALL SELECT NULL, NULL, COUNT(*) FROM Account
SELECT Industry, Rating, COUNT(*) FROM Account GROUP BY GROUPING SETS ((Industry), (Rating)) ==> SELECT Industry, NULL, COUNT(*) FROM Account GROUP BY Industry UNION ALL SELECT NULL, Rating, COUNT(*) FROM Account GROUP BY Rating
SELECT IsWon, IsClosed, COUNT(*) FROM Opportunity GROUP BY CUBE (IsWon, IsClosed) ==> SELECT IsWon, IsClosed, COUNT(*) FROM Opportunity GROUP BY IsWon, IsClosed UNION ALL SELECT IsWon, NULL, COUNT(*) FROM Opportunity GROUP BY IsWon UNION ALL SELECT NULL, IsClosed, COUNT(*) FROM Opportunity GROUP BY IsClosed UNION ALL SELECT NULL, NULL, COUNT(*) FROM Opportunity
SELECT UPPER(Industry) AS i, MIN(LOWER(Rating)), MAX(Rating), COUNT(*) FROM Account GROUP BY UPPER(Industry)
SELECT NumberOfEmployees / 10 AS decade, COUNT(*) FROM Account GROUP BY NumberOfEmployees / 10 HAVING COUNT(*) > 1
SELECT Industry, MIN(Id), MAX(Id), MIN(OwnerId) FROM Account GROUP BY Industry
SELECT MIN(Id), MAX(Id), COUNT(DISTINCT Id), COUNT(DISTINCT AccountId) FROM Contact WHERE LENGTH(LastName) > 3
SELECT DISTINCT UPPER(Industry) AS i FROM Account
SELECT DISTINCT AccountId FROM Contact WHERE LENGTH(LastName) > 3
SELECT a.Industry, COUNT(o.Id), SUM(o.Amount) FROM Account a LEFT JOIN Opportunity o ON o.AccountId = a.Id GROUP BY a.Industry
SELECT a.Industry, a.Rating, COUNT(*) FROM Account a JOIN Opportunity o ON o.AccountId = a.Id GROUP BY a.Industry, a.Rating HAVING SUM(o.Amount) > 1000000
SELECT MAX(Industry), MIN(Industry), MAX(Rating) FROM Account WHERE LENGTH(Name) > 3
SELECT EVERY(IsActive) AS every_one, COUNT(*) FROM "User" ==> SELECT EVERY(IsActive) AS every_one, COUNT(*) FROM "User"

-- fields that differ by case
SELECT Id FROM Account WHERE LOWER(Code__c) = Code__c
SELECT a.Id, b.Id FROM Account a JOIN Account b ON a.Code__c = LOWER(b.Code__c)
SELECT COUNT(*) FROM Account a JOIN Account b ON a.Code__c = b.Code__c AND LENGTH(a.Name) > 2
SELECT Code__c, Id FROM Account WHERE LENGTH(Name) > 2 ORDER BY Code__c, Id
SELECT Code__c, Id FROM Account WHERE LENGTH(Name) > 2 ORDER BY Code__c DESC, Id DESC
SELECT MIN(Code__c), MAX(Code__c), COUNT(DISTINCT Code__c) FROM Account WHERE LENGTH(Name) > 2
SELECT Code__c FROM Account UNION SELECT LOWER(Code__c) FROM Account
SELECT Code__c FROM Account INTERSECT SELECT LOWER(Code__c) FROM Account
SELECT Code__c FROM Account EXCEPT SELECT LOWER(Code__c) FROM Account
SELECT Id FROM Account WHERE LOWER(Id) = Id
SELECT Id FROM Account WHERE Id IN (SELECT LOWER(AccountId) FROM Contact)
SELECT Id FROM Account WHERE Id LIKE '%A' AND LENGTH(Name) > 2
SELECT Id FROM Account WHERE Id LIKE '%a' AND LENGTH(Name) > 2
SELECT a.Id, b.Id FROM Account a LEFT JOIN Account b ON UPPER(a.Id) = b.Id
SELECT Id, CASE Id WHEN LOWER(Id) THEN 1 ELSE 2 END AS k FROM Account
SELECT AccountId, COUNT(*) FROM Contact WHERE LENGTH(LastName) > 3 GROUP BY AccountId
SELECT Id FROM Contact WHERE LENGTH(LastName) > 3 ORDER BY AccountId DESC, Id LIMIT 100
SELECT Id FROM Account WHERE Code__c = 'key0'
SELECT Id FROM Account WHERE Code__c || '' = 'KEY0' AND LENGTH(Name) > 2
SELECT Id FROM Account WHERE Code__c LIKE 'KEY1%' AND LENGTH(Name) > 2
SELECT Id FROM Account WHERE Code__c IN ('key0', 'KEY1', 'Key2') AND LENGTH(Name) > 2
SELECT Id FROM Account WHERE Code__c IN (SELECT LOWER(Code__c) FROM Account)
SELECT Id FROM Account WHERE Code__c NOT IN (SELECT LOWER(Code__c) FROM Account WHERE Code__c IS NOT NULL)
SELECT a.Id, b.Id FROM Account a FULL JOIN Account b ON a.Code__c = LOWER(b.Code__c) ==> SELECT a.Id, b.Id FROM Account a LEFT JOIN Account b ON a.Code__c = LOWER(b.Code__c) UNION ALL SELECT NULL, b.Id FROM Account b WHERE NOT EXISTS (SELECT 1 FROM Account a WHERE a.Code__c = LOWER(b.Code__c))
SELECT Code__c, COUNT(*) FROM Account WHERE LENGTH(Name) > 2 GROUP BY Code__c
SELECT DISTINCT Code__c FROM Account WHERE LENGTH(Name) > 2
SELECT Code__c FROM Account EXCEPT ALL SELECT LOWER(Code__c) FROM Account ==> SELECT Code__c FROM Account WHERE Code__c IS NOT NULL AND Code__c <> LOWER(Code__c)
SELECT Id, MAX(Code__c) OVER (PARTITION BY Industry) AS m, RANK() OVER (ORDER BY Code__c) AS r FROM Account ORDER BY Id
SELECT Id, CASE Code__c WHEN LOWER(Code__c) THEN 1 ELSE 2 END AS k, NULLIF(Code__c, 'key0') AS c FROM Account
SELECT t.c, t.n FROM (SELECT Code__c AS c, COUNT(*) AS n FROM Account GROUP BY Code__c) t JOIN Account a ON t.c = LOWER(a.Code__c)
WITH k AS (SELECT COALESCE(Code__c, 'none') AS c FROM Account) SELECT c, COUNT(*) FROM k GROUP BY c
SELECT Id FROM Account a WHERE EXISTS (SELECT 1 FROM Account b WHERE b.Code__c = UPPER(a.Code__c) AND b.Id <> a.Id)
SELECT Id FROM Account a WHERE Code__c = (SELECT MIN(b.Code__c) FROM Account b WHERE b.Industry = a.Industry)
SELECT Id FROM Account a WHERE Code__c > ALL (SELECT b.Code__c FROM Account b WHERE b.Rating = 'Hot' AND b.Id <> a.Id AND b.Code__c IS NOT NULL)

-- USING and NATURAL
SELECT OwnerId, COUNT(*) FROM Account JOIN Opportunity USING (OwnerId) GROUP BY OwnerId ==> SELECT a.OwnerId, COUNT(*) FROM Account a JOIN Opportunity o ON a.OwnerId = o.OwnerId GROUP BY a.OwnerId
SELECT Industry, a.Id, b.Id FROM Account a LEFT JOIN Account b USING (Industry) WHERE a.Rating = 'Hot' ==> SELECT a.Industry, a.Id, b.Id FROM Account a LEFT JOIN Account b ON a.Industry = b.Industry WHERE a.Rating = 'Hot'
SELECT Industry, Rating, COUNT(*) FROM Account a RIGHT JOIN Account b USING (Industry, Rating) GROUP BY Industry, Rating ==> SELECT b.Industry, b.Rating, COUNT(*) FROM Account a RIGHT JOIN Account b ON a.Industry = b.Industry AND a.Rating = b.Rating GROUP BY b.Industry, b.Rating
SELECT OwnerId, COUNT(*) FROM Account FULL JOIN Opportunity USING (OwnerId) GROUP BY OwnerId ORDER BY OwnerId ==> SELECT k, COUNT(*) FROM (SELECT a.OwnerId AS k FROM Account a LEFT JOIN Opportunity o ON a.OwnerId = o.OwnerId UNION ALL SELECT o.OwnerId FROM Opportunity o WHERE NOT EXISTS (SELECT 1 FROM Account a WHERE a.OwnerId = o.OwnerId)) x GROUP BY k ORDER BY k
SELECT i, n, m FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) x JOIN (SELECT Industry AS i, MAX(Rating) AS m FROM Account GROUP BY Industry) y USING (i) ==> SELECT x.i, n, m FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) x JOIN (SELECT Industry AS i, MAX(Rating) AS m FROM Account GROUP BY Industry) y ON x.i = y.i
SELECT i, n, m FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) x NATURAL JOIN (SELECT Industry AS i, MAX(Rating) AS m FROM Account GROUP BY Industry) y ==> SELECT x.i, n, m FROM (SELECT Industry AS i, COUNT(*) AS n FROM Account GROUP BY Industry) x JOIN (SELECT Industry AS i, MAX(Rating) AS m FROM Account GROUP BY Industry) y ON x.i = y.i
SELECT COUNT(*) FROM (SELECT * FROM Account JOIN Opportunity USING (OwnerId)) x ==> SELECT COUNT(*) FROM Account a JOIN Opportunity o ON a.OwnerId = o.OwnerId

-- what Salesforce refuses, though it looks like what it takes
SELECT Id FROM "User" WHERE Id IN (SELECT Lookup__c FROM Type_Sample__c)
SELECT Id FROM Account WHERE OwnerId IN (SELECT AccountId FROM Contact)
SELECT Id FROM Account a WHERE NOT EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.OwnerId)
SELECT m.LocaleSidKey, COUNT(*), COUNT(m.LocaleSidKey) FROM "User" u LEFT JOIN "User" m ON u.ManagerId = m.Id GROUP BY m.LocaleSidKey
SELECT Industry, COUNT(Industry), MIN(Industry) FROM Account WHERE LENGTH(Name) > 2 GROUP BY Industry
